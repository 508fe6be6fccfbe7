import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runCommand } from '../run-command';
import { monotonicMs } from './clock';
import { readOptions } from './options';
import type { Row, RowReport } from './report/figure';
import { describeMachine, load } from './report/machine';
import { formatTable } from './report/print-table';
import { progress } from './report/progress';
import { coldPage } from './rows/cold-page';
import { commit } from './rows/commit';
import { commsText } from './rows/comms-text';
import { evidenceIn } from './rows/evidence-in';
import { fanOut } from './rows/fan-out';
import { firstLoad } from './rows/first-load';
import { follow } from './rows/follow';
import { freshStart } from './rows/fresh-start';
import { idleMemory } from './rows/idle-memory';
import { pages } from './rows/pages';
import { pollToScreen } from './rows/poll-to-screen';
import { readEvidence } from './rows/read-evidence';
import { reconnect } from './rows/reconnect';
import { record10000 } from './rows/record-10000';
import { restart } from './rows/restart';
import { send } from './rows/send';
import { staleLink } from './rows/stale-link';
import { start } from './rows/start';
import { tick } from './rows/tick';
import { verifyChain } from './rows/verify-chain';
import { Stage } from './stage/stage';

// The archive of `pages` stays in the database, so what comes after it is measured on a full one.
const ROWS: readonly Row[] = [
  start,
  idleMemory,
  pollToScreen,
  tick,
  staleLink,
  restart,
  firstLoad,
  coldPage,
  follow,
  fanOut,
  reconnect,
  commit,
  commsText,
  verifyChain,
  evidenceIn,
  record10000,
  readEvidence,
  pages,
  send,
  freshStart,
];

async function measureRow(row: Row, stage: Stage): Promise<RowReport> {
  const began = monotonicMs();
  const before = load();
  const report = (rest: Pick<RowReport, 'figures' | 'broke'>): RowReport => ({
    name: row.name,
    load: [before, load()],
    tookS: (monotonicMs() - began) / 1000,
    ...rest,
  });
  try {
    if (row.intervalMs !== null) await stage.start(row.intervalMs);
    return report({ figures: await row.measure(stage) });
  } catch (error) {
    const broke = error instanceof Error ? error.message : String(error);
    progress(`${row.name} broke: ${broke}`);
    return report({ figures: [], broke });
  }
}

function write(root: string, reports: readonly RowReport[]): void {
  const folder = path.join(root, 'test-results');
  mkdirSync(folder, { recursive: true });
  const all = { measuredAt: new Date().toISOString(), machine: describeMachine(), rows: reports };
  writeFileSync(path.join(folder, 'bench.json'), `${JSON.stringify(all, undefined, 2)}\n`);
}

function conclusion(reports: readonly RowReport[]): string {
  const { cores, cpu, node } = describeMachine();
  const loads = reports.flatMap((report) => report.load).map((value) => value.toFixed(1));
  return `${cores} cores (${cpu}), Node ${node}; load average before and after each row: ${loads.join(' ')}`;
}

/** `npm run bench`: measures the budgets of the design and says how they stand. A missed budget is no failure. */
runCommand(async () => {
  const options = readOptions(
    process.argv.slice(2),
    ROWS.map(({ name }) => name),
  );
  const isWanted = ({ name }: Row) =>
    options.names.length > 0 ? options.names.includes(name) : options.isFresh || name !== freshStart.name;
  const stage = new Stage(options);
  const strike = () => stage.strike().finally(() => process.exit(130));
  process.once('SIGINT', strike);
  process.once('SIGTERM', strike);
  const reports: RowReport[] = [];
  try {
    for (const row of ROWS.filter(isWanted)) {
      progress(row.name);
      reports.push(await measureRow(row, stage));
      write(stage.root, reports);
    }
  } finally {
    await stage.strike();
  }
  process.stdout.write(`${formatTable(reports)}\n\n${conclusion(reports)}\n`);
  if (reports.some(({ broke }) => broke !== undefined)) throw new Error('Some rows broke; see above.');
});
