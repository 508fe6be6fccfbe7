import { readFileSync } from 'node:fs';
import type { Finding } from './check';

type Counts = Pick<Finding, 'passed' | 'failed' | 'skipped'>;

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/** Counts of a Vitest JSON report. A file that could not be loaded has no tests in it and counts as one failure. */
export function countVitest(report: VitestReport): Counts {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Counts of a Playwright JSON report. Errors outside of tests, such as a setup that failed, count one each. */
export function countPlaywright({ stats, errors }: PlaywrightReport): Counts {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * Counts of one runner. A runner that failed without saying what failed, or left no report, counts as one failure, so
 * that nothing ends green by dying.
 */
export function readCounts<T>(file: string, code: number | null, count: (report: T) => Counts): Counts {
  const counts = countsIn(file, count);
  if (code === 0 && counts && counts.passed + counts.skipped > 0) return counts;
  return { passed: 0, skipped: 0, ...counts, failed: Math.max(1, counts?.failed ?? 0) };
}

function countsIn<T>(file: string, count: (report: T) => Counts): Counts | undefined {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')) as T);
  } catch {
    return undefined;
  }
}
