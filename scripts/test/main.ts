import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { describeFailure } from '../run-command';
import { auditCheck } from './audit';
import { type Check, countLine, type Finding, failed, sum } from './check';
import { documentsCheck } from './documents';
import { journeysCheck } from './journeys';
import { licencesCheck } from './licences';
import { lockCheck } from './lock';
import { signalPrograms } from './run-program';
import { prepare, toolChecks } from './tool-checks';
import { vitestCheck } from './vitest-check';

const UNIT_LIMIT_MS = 8 * 60_000;
const DATABASE_LIMIT_MS = 8 * 60_000;
const AT_ONCE = 2;

/** Groups run one after the other; the checks of a group beside each other. */
function groups(root: string, isFast: boolean): Check[][] {
  const fast = [
    [prepare(root)],
    [
      vitestCheck(root, 'Unit and component tests (Vitest)', ['unit', 'web'], UNIT_LIMIT_MS),
      ...toolChecks(root),
      documentsCheck(root),
      lockCheck(root),
    ],
  ];
  if (isFast) return fast;
  return [
    ...fast,
    [vitestCheck(root, 'Tests against PostgreSQL (Vitest)', ['database'], DATABASE_LIMIT_MS)],
    [journeysCheck(root)],
    [licencesCheck(root), auditCheck(root)],
  ];
}

const indented = (text: string): string => text.replace(/^(?=.)/gm, '    ');

/** Runs a check and prints its heading with the time it took; what is wrong stands under it. */
async function tell(check: Check): Promise<Finding> {
  const startedAt = performance.now();
  const finding = await check.run().catch((error) => failed(describeFailure(error)));
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const mark = finding.failed > 0 ? '✗' : finding.passed > 0 ? '✓' : '–';
  process.stdout.write(`${mark} ${check.title}: ${countLine(finding)} (${seconds} s)\n`);
  if (finding.words) process.stdout.write(`${indented(finding.words)}\n`);
  return finding;
}

async function runGroup(checks: readonly Check[], hasStopped: () => boolean): Promise<Finding[]> {
  if (checks.length === 1) process.stdout.write(`  ${checks[0]?.title}…\n`);
  const waiting = [...checks];
  const findings: Finding[] = [];
  const work = async () => {
    for (let check = waiting.shift(); check && !hasStopped(); check = waiting.shift()) findings.push(await tell(check));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return findings;
}

/** `npm test`, or `npm run check` with `--fast`. Goes on after a failure; answers the exit code. */
export async function main(root: string, words: readonly string[]): Promise<number> {
  let hasStopped = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      hasStopped = true;
      signalPrograms('SIGINT');
    });
  }
  mkdirSync(path.join(root, 'test-results'), { recursive: true });
  const startedAt = performance.now();
  const findings: Finding[] = [];
  for (const group of groups(root, words.includes('--fast'))) {
    if (!hasStopped) findings.push(...(await runGroup(group, () => hasStopped)));
  }
  if (hasStopped) findings.push(failed('stopped'));
  const whole = sum(findings);
  process.stdout.write(`\nIn ${Math.round((performance.now() - startedAt) / 1000)} s\n${countLine(whole)}\n`);
  return whole.failed > 0 ? 1 : 0;
}
