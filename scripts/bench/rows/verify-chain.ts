import { createHmac, randomBytes } from 'node:crypto';
import { createWriteStream, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { RecordedEvent } from '../../../lib/domain/contents';
import { canonicalJson } from '../../../lib/domain/kernel/canonical-json';
import { chainHash, chainStart } from '../../../lib/server/kernel/chain';
import { ChainCheck } from '../../../lib/server/kernel/chain-check';
import type { ChainedEvent } from '../../../lib/server/kernel/read-chained';
import { writeExport } from '../../../lib/server/review/export/write-export';
import { verifyExport } from '../../../lib/server/review/verify-export/verify-export';
import { makeRecord } from '../archive/make-record';
import { shippedCatalogue } from '../archive/shipped-catalogue';
import { monotonicMs } from '../clock';
import type { Figure, Row } from '../report/figure';
import { progress } from '../report/progress';

const EVENTS = 100_000;
const START_MS = Date.UTC(2026, 10, 1);
// The budget is a rate, 100,000 events a second; the table compares times.
const judged = { n: EVENTS, budget: 1, stretch: 0.5 };

function chainOf(events: readonly RecordedEvent[], key: string): ChainedEvent[] {
  let hash: Uint8Array = chainStart;
  return events.map((event) => {
    hash = chainHash(key, hash, event);
    return { event, hash };
  });
}

function secondsOf(work: () => void): number {
  const began = monotonicMs();
  work();
  return (monotonicMs() - began) / 1000;
}

function checkAll(chain: readonly ChainedEvent[], key: string): void {
  const check = new ChainCheck(key);
  for (const { event, hash } of chain) {
    if (check.next({ seq: event.seq, canonical: canonicalJson(event), hash }))
      throw new Error('a sound chain was refused');
  }
}

/** An export of all of them, from the file to the report: chain, canonical form, fold, every byte of the zip. */
async function exportSeconds(chain: readonly ChainedEvent[], chainKey: string): Promise<number> {
  const file = path.join(tmpdir(), `bench-${randomBytes(6).toString('hex')}.zip`);
  const copies = { original: () => Promise.reject(new Error('none')), masked: async () => null };
  const id = '00000000-0000-7000-8000-000000000001';
  try {
    await pipeline(
      writeExport({ id, chain, catalogue: null, copies, withOriginals: false, chainKey }),
      createWriteStream(file),
    );
    const began = monotonicMs();
    const { findings } = await verifyExport(file, chainKey);
    if (findings.length > 0) throw new Error(`a sound export was refused: ${findings[0]?.message}`);
    return (monotonicMs() - began) / 1000;
  } finally {
    rmSync(file, { force: true });
  }
}

/** Checking the chain of one record of 100,000 events: alone, and as a part of checking an export. */
export const verifyChain: Row = {
  name: 'verify-chain',
  intervalMs: null,
  measure: async (stage): Promise<Figure[]> => {
    const key = randomBytes(48).toString('base64url');
    progress(`verify-chain: a record of ${EVENTS} events`);
    const { events } = makeRecord(1, START_MS, EVENTS, shippedCatalogue(stage.root));
    const chain = chainOf(events, key);
    const texts = events.map(canonicalJson);
    checkAll(chain, key);
    const floor = secondsOf(() => {
      let hash = Buffer.alloc(32);
      for (const text of texts) hash = createHmac('sha256', key).update(hash).update(text).digest();
    });
    const before = process.cpuUsage();
    const checked = secondsOf(() => checkAll(chain, key));
    const { user, system } = process.cpuUsage(before);
    return [
      { what: 'chain of 100,000 events', value: checked, unit: 's', ...judged, floor },
      { what: 'processor time of that', value: (user + system) / 1_000_000, unit: 's', n: EVENTS },
      { what: 'export of 100,000 events', value: await exportSeconds(chain, key), unit: 's', n: EVENTS },
    ];
  },
};
