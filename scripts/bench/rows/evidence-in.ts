import { createWriteStream, rmSync } from 'node:fs';
import path from 'node:path';
import { aCuttingProxy } from '../../../lib/testing/a-cutting-proxy';
import { Sample } from '../evidence/sample';
import { sendByCurl } from '../evidence/send-by-curl';
import { sendInPieces } from '../evidence/send-in-pieces';
import { bareReceive } from '../floors/bare-receive';
import type { Figure, Row } from '../report/figure';
import { progress } from '../report/progress';
import { watchMemory } from '../stage/memory-watch';
import type { Session } from '../stage/session';
import type { Stage } from '../stage/stage';

// The budgets are rates, 120 and 170 MiB a second; the table compares times.
const BUDGET_RATE = 120;
const STRETCH_RATE = 170;
const MB_IN_MIB = 1.048_576;
const memory = { budget: 64 * MB_IN_MIB, stretch: 32 * MB_IN_MIB };

const inSeconds = (mebibytes: number) => ({ budget: mebibytes / BUDGET_RATE, stretch: mebibytes / STRETCH_RATE });

async function byCurl(stage: Stage, session: Session, sample: Sample, mebibytes: number): Promise<Figure[]> {
  // The first file has the console load what the second one is measured with.
  await sendByCurl(session, await session.declare('A first file'), new Sample(8));
  const number = await session.declare('A large file by a pipe');
  const grown = watchMemory(stage.consolePid);
  const { sha256, seconds } = await sendByCurl(session, number, sample);
  const growth = grown();
  const floor = await bareReceive(stage.dataDir, sample);
  return [
    { what: `${mebibytes} MiB by curl -T -`, value: seconds, unit: 's', ...inSeconds(mebibytes), floor },
    { what: 'memory of the console grew by', value: growth, unit: 'MB', ...memory },
    { what: 'sha256 differs', value: Number(sha256 !== sample.sha256), unit: '', budget: 0 },
  ];
}

/** Over a sound line; then cut at five places of it, and the console killed at two. */
async function inPieces(stage: Stage, session: Session, sample: Sample, mebibytes: number): Promise<Figure[]> {
  const file = path.join(stage.dataDir, 'large-file');
  await sample.writeTo(createWriteStream(file));
  const at = (share: number) => Math.floor(sample.sizeBytes * share);
  const cuts = [0.01, 0.2, 0.4, 0.6, 0.95].map(at);
  const proxy = await aCuttingProxy(session.origin.replace('localhost', '127.0.0.1'), cuts);
  const deaths = [at(0.3), at(0.8)];
  const onProgress = (sentBytes: number) => {
    if (sentBytes < (deaths[0] ?? Number.POSITIVE_INFINITY)) return;
    deaths.shift();
    stage.console.signal('console', 'SIGKILL');
  };
  try {
    const sound = { number: await session.declare('Piece by piece'), file, url: session.origin, onProgress: () => {} };
    const plain = await sendInPieces(session, sound);
    const bad = { number: await session.declare('Over a bad line'), file, url: proxy.url, onProgress };
    const broken = await sendInPieces(session, bad);
    const differing = [plain, broken].filter(({ sha256 }) => sha256 !== sample.sha256).length;
    const what = `the same, cut ${proxy.cuts()} times, killed ${2 - deaths.length} times`;
    return [
      { what: `${mebibytes} MiB by tus`, value: plain.seconds, unit: 's' },
      { what, value: broken.seconds, unit: 's' },
      { what: 'sha256 differs', value: differing, unit: '', n: 2, budget: 0 },
    ];
  } finally {
    proxy.close();
    rmSync(file, { force: true });
  }
}

/** Large files through hash to disk, by a pipe and over a line and a console that fail on the way. */
export const evidenceIn: Row = {
  name: 'evidence-in',
  intervalMs: 5000,
  measure: async (stage) => {
    const mebibytes = stage.options.isQuick ? 256 : 2_048;
    const session = await stage.session('responder');
    await stage.closeBrowser();
    const sample = new Sample(mebibytes);
    progress(`evidence-in: ${mebibytes} MiB by curl`);
    const piped = await byCurl(stage, session, sample, mebibytes);
    progress(`evidence-in: ${mebibytes} MiB by tus`);
    return [...piped, ...(await inPieces(stage, session, sample, mebibytes))];
  },
};
