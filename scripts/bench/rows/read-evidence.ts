import { createWriteStream, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { findLines } from '../../../lib/server/evidence/reading/find-lines';
import { readLines } from '../../../lib/server/evidence/reading/read-lines';
import { longDesk } from '../../../lib/server/evidence/worker/worker-desk';
import { monotonicMs } from '../clock';
import type { Figure, Row } from '../report/figure';
import { progress } from '../report/progress';

const gib = 1024 ** 3;
const needle = 'the needle of this haystack';
const linesAtOnce = 5_000;

function* logOf(sizeBytes: number): Generator<string> {
  let written = 0;
  for (let n = 0; written < sizeBytes; n += linesAtOnce) {
    let block = '';
    for (let k = n; k < n + linesAtOnce; k += 1)
      block += `2026-11-22T03:10:${10 + (k % 50)}.123Z INFO api-blue request_id=8f14e45fceea167a GET /tracks/${k} status=200\n`;
    written += block.length;
    yield block;
  }
  yield `${needle}\n`;
}

async function seconds<T>(act: () => Promise<T>): Promise<{ s: number; result: T }> {
  const began = monotonicMs();
  const result = await act();
  return { s: (monotonicMs() - began) / 1000, result };
}

async function measureFile(place: string, sizeBytes: number): Promise<Figure[]> {
  const file = await open(place);
  try {
    const asked = { from: 1, count: 200, isUnmasked: false };
    const first = await seconds(() => readLines(file, null, asked));
    const index = await seconds(() => longDesk().ask('index', { path: place }));
    const last = await seconds(() => readLines(file, index.result, { ...asked, from: index.result.lineCount - 100 }));
    const sought = { words: needle, from: 1, isUnmasked: false, timeMs: 600_000 };
    const either = await seconds(() => findLines(file, index.result, { ...sought, match: 'any' }));
    const exact = await seconds(() => findLines(file, null, { ...sought, match: 'case' }));
    if (either.result.lines.length !== 1 || exact.result.lines.length !== 1)
      throw new Error('the needle was not found');
    progress('read-evidence: secrets');
    const scan = await seconds(() => longDesk().ask('scan', { path: place }));
    const scale = gib / sizeBytes;
    return [
      { what: '1 GiB: first lines, before it is indexed', value: first.s, unit: 's', budget: 2 },
      { what: '1 GiB: lines indexed', value: index.s * scale, unit: 's', budget: 2 },
      { what: '1 GiB: last lines', value: last.s, unit: 's', budget: 2 },
      { what: '1 GiB: found at its end, either case', value: either.s * scale, unit: 's', budget: 3 },
      { what: '1 GiB: found at its end, as typed, before it is indexed', value: exact.s * scale, unit: 's', budget: 3 },
      // 50 MB a second, as seconds for a GiB.
      {
        what: '1 GiB: looked through for secrets, off the request path',
        value: scan.s * scale,
        unit: 's',
        budget: gib / 50e6,
      },
    ];
  } finally {
    await file.close();
  }
}

/** A log of 1 GiB: opened, gone to its end, searched, and looked through for secrets. */
export const readEvidence: Row = {
  name: 'read-evidence',
  intervalMs: null,
  measure: async (stage) => {
    const sizeBytes = stage.options.isQuick ? gib / 16 : gib;
    const place = path.join(stage.dataDir, 'large.log');
    progress('read-evidence: writing the log');
    await pipeline(Readable.from(logOf(sizeBytes)), createWriteStream(place));
    try {
      return await measureFile(place, sizeBytes);
    } finally {
      rmSync(place, { force: true });
    }
  },
};
