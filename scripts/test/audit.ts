import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Check, type Finding, skipped, withoutProblems } from './check';
import { npmCommand } from './npm-command';
import { runProgram } from './run-program';

/** A known vulnerability that may stay, why, and until when. */
interface Exception {
  /** The advisory's address. */
  advisory: string;
  reason: string;
  /** ISO date; after it the check fails again. */
  until: string;
}

interface Advisory {
  name: string;
  severity: string;
  title: string;
  url: string;
}

interface AuditReport {
  vulnerabilities?: Record<string, { via: (Advisory | string)[] }>;
  message?: string;
  error?: { summary?: string };
}

const SERIOUS = new Set(['high', 'critical']);
const LIMIT_MS = 60_000;

/** The serious advisories of a report that nobody has excused until after `now`. */
export function openAdvisories(report: AuditReport, exceptions: readonly Exception[], now: Date): string[] {
  const advisories = Object.values(report.vulnerabilities ?? {})
    .flatMap(({ via }) => via)
    .filter((via): via is Advisory => typeof via !== 'string');
  const isExcused = ({ url }: Advisory) =>
    exceptions.some(({ advisory, until }) => advisory === url && new Date(until) > now);
  return advisories
    .filter((advisory) => SERIOUS.has(advisory.severity) && !isExcused(advisory))
    .map(({ name, severity, title, url }) => `${name}: ${severity}: ${title} (${url})`);
}

function readReport(output: string): AuditReport {
  // npm's own remarks may stand around the report.
  const [start, end] = [output.indexOf('{\n'), output.lastIndexOf('\n}')];
  try {
    return JSON.parse(output.slice(start, end + 2)) as AuditReport;
  } catch {
    return { message: 'npm audit gave no report' };
  }
}

/** Known vulnerabilities in what runs in production; left out where the registry does not tell. */
export const auditCheck = (root: string): Check => ({
  title: 'Known vulnerabilities (npm audit)',
  run: async (): Promise<Finding> => {
    const call = npmCommand(['audit', '--omit=dev', '--json', '--fetch-retries=0', '--fetch-timeout=20000']);
    const { output } = await runProgram({ name: 'audit', ...call, root, limitMs: LIMIT_MS });
    const report = readReport(output);
    if (!report.vulnerabilities) {
      return skipped(`The registry does not answer: ${report.error?.summary || report.message || 'no reason given'}`);
    }
    const file = path.join(root, 'scripts', 'test', 'audit-exceptions.json');
    const exceptions = JSON.parse(readFileSync(file, 'utf8')) as Exception[];
    return withoutProblems(openAdvisories(report, exceptions, new Date()));
  },
});
