import { readFileSync } from 'node:fs';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { loadCatalogue } from '../../../lib/server/catalogue/load-catalogue';
import { execute, type WriteDoor } from '../../../lib/server/kernel/execute';
import { parseCommand } from '../../../lib/server/kernel/parse-command';
import { connectWrites } from '../../../lib/server/kernel/write-pool';
import { bareDatabase } from '../floors/bare-database';
import { bareDisk } from '../floors/bare-disk';
import type { Figure, Row } from '../report/figure';
import { percentile, percentileFigures } from '../report/percentile';
import { progress } from '../report/progress';
import { openLoop, timesOf } from '../stage/open-loop';
import { processorMs } from '../stage/process-use';
import type { Session } from '../stage/session';
import type { Stage } from '../stage/stage';

const PER_SECOND = 100;
const INCIDENTS = 10;
const CHECKLIST = 'first-five-minutes';
const ITEMS = ['acknowledge', 'read-annotation', 'dashboard-api-overview', 'failure-class'];

interface Wish {
  type: string;
  input: Record<string, string>;
}

/** The index-th command of a busy hour: notes, ticks and unticks in turn, spread over the incidents. */
function wish(numbers: readonly string[], index: number): Wish {
  const number = numbers[index % numbers.length] ?? '';
  const round = Math.floor(index / numbers.length);
  if (round % 2 === 0) return { type: 'timeline.add_note', input: { number, text: `Note ${index}: EC:2 holds.` } };
  const turn = (round - 1) / 2;
  const itemId = ITEMS[Math.floor(turn / 2) % ITEMS.length] ?? '';
  return { type: turn % 2 === 0 ? 'triage.tick' : 'triage.untick', input: { number, checklistId: CHECKLIST, itemId } };
}

/** The times of all, and how many were answered with anything but 200. */
async function overHttp(sessions: readonly Session[], numbers: readonly string[], count: number) {
  let refused = 0;
  const acts = await openLoop(PER_SECOND, count, async (index) => {
    const { type, input } = wish(numbers, index);
    const sent = await sessions[index % sessions.length]?.send(type, input);
    if (sent?.status !== 200) refused += 1;
  });
  return { times: timesOf(acts), refused };
}

/** The console's write door with the same key and database, in this process. */
function writeDoor(stage: Stage): WriteDoor & { end(): Promise<void> } {
  const loaded = loadCatalogue(path.join(stage.root, 'catalog'));
  if (!loaded.ok) throw new Error(loaded.mistakes.join('\n'));
  const { chainKey } = JSON.parse(readFileSync(path.join(stage.dataDir, 'secrets.json'), 'utf8'));
  const writes = connectWrites(stage.console.note.urls.database);
  return { writes, catalogue: loaded.catalogue, chainKey, end: () => writes.end() };
}

async function inProcess(door: WriteDoor, numbers: readonly string[], count: number): Promise<number[]> {
  const actor = { kind: 'person', id: uuidv7(), name: 'A commander', role: 'commander' } as const;
  const acts = await openLoop(PER_SECOND, count, async (index) => {
    const reading = parseCommand({ commandId: uuidv7(), ...wish(numbers, index) });
    if (!reading.ok) throw new Error(reading.problems.join('; '));
    const executed = await execute(door, actor, reading.command);
    if (executed.reused || executed.outcome.outcome === 'rejected') throw new Error('a command was rejected');
  });
  return timesOf(acts);
}

/** The times of all, and the processor time of this process for each, in milliseconds. */
async function doorAlone(door: WriteDoor, numbers: readonly string[], seconds: number) {
  await inProcess(door, numbers, PER_SECOND * 4);
  const before = process.cpuUsage();
  const times = await inProcess(door, numbers, PER_SECOND * seconds);
  const { user, system } = process.cpuUsage(before);
  return { times, usedEach: (user + system) / 1000 / times.length };
}

/** Commands at a steady 100 a second: over HTTP as browsers send them, and at the write door alone. */
export const commit: Row = {
  name: 'commit',
  intervalMs: 5000,
  measure: async (stage): Promise<Figure[]> => {
    const seconds = stage.options.isQuick ? 4 : 20;
    const sessions = [await stage.session('commander'), await stage.session('responder'), await stage.session('lead')];
    await stage.closeBrowser();
    const numbers: string[] = [];
    for (let count = 0; count < INCIDENTS; count += 1) {
      numbers.push((await sessions[0]?.declare(`Busy hour ${count + 1}`)) ?? '');
    }
    progress(`commit: ${seconds} s over HTTP`);
    await overHttp(sessions, numbers, PER_SECOND * 4);
    const usedBefore = processorMs(stage.consolePid);
    const http = await overHttp(sessions, numbers, PER_SECOND * seconds);
    const usedEach = (processorMs(stage.consolePid) - usedBefore) / http.times.length;
    progress('commit: the write door alone');
    const door = writeDoor(stage);
    const { times: alone, usedEach: ownEach } = await doorAlone(door, numbers, seconds).finally(() => door.end());
    progress('commit: bare database and disk');
    const bare = await bareDatabase(stage.console.note.urls.database, PER_SECOND, PER_SECOND * (seconds / 2));
    const floor = (p: number) => ({ floor: percentile(bare.commits, p) });
    const judged = { 50: floor(50), 99: { budget: 20, stretch: 8, ...floor(99) }, 100: floor(100) };
    return [
      ...percentileFigures('POST at 100/s', 'ms', http.times, judged),
      { what: 'processor time of the console for each', value: usedEach, unit: 'ms', n: http.times.length },
      { what: 'POSTs not answered with 200', value: http.refused, unit: '', n: http.times.length },
      ...percentileFigures('execute() alone at 100/s', 'ms', alone, judged),
      { what: 'processor time of this process for each', value: ownEach, unit: 'ms', n: alone.length },
      ...percentileFigures('bare SELECT 1', 'ms', bare.selects, { 50: {}, 99: {} }),
      ...percentileFigures('bare fdatasync of 8 kB', 'ms', bareDisk(stage.dataDir), { 50: {}, 99: {} }),
    ];
  },
};
