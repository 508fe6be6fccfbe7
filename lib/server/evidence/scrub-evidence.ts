import 'server-only';
import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EvidenceObject } from '@/generated/prisma/client';
import { now } from '../kernel/clock';
import { database } from '../kernel/database';
import { log } from '../observability/log';
import { reportEvidence } from './report-evidence';
import { evidenceStore } from './store/evidence-store';
import { NoSuchObject } from './store/no-such-object';
import { noteStoreTrouble, noteStoreWell } from './store-trouble';

const dayMs = 24 * 60 * 60_000;
const atOnce = 50;

export interface ScrubLimits {
  /** How fast bytes are read, so that people who read them are not held up. */
  bytesPerSecond: number;
  /** How long a run may begin with a next file. */
  forMs: number;
}

const gentle: ScrubLimits = { bytesPerSecond: 40 * 1024 * 1024, forMs: 4 * 60_000 };

/**
 * Holds stored bytes against their hashes, each file once a day, those that waited longest first; goes on in the next run
 * where this one ends. What was lost or damaged and is right again counts again. Answers how many files it looked at.
 */
export async function scrubEvidence(limits: ScrubLimits = gentle): Promise<number> {
  const until = performance.now() + limits.forMs;
  let count = 0;
  for (;;) {
    const rows = await database().evidenceObject.findMany({
      where: {
        place: { in: ['store', 'lost', 'damaged'] },
        OR: [{ checkedAt: null }, { checkedAt: { lt: new Date(now().getTime() - dayMs) } }],
      },
      orderBy: { checkedAt: { sort: 'asc', nulls: 'first' } },
      take: atOnce,
    });
    for (const row of rows) {
      if (performance.now() > until) return count;
      await check(row, limits);
      count += 1;
    }
    if (rows.length < atOnce) return count;
  }
}

async function check(row: EvidenceObject, limits: ScrubLimits): Promise<void> {
  const place = await findPlace(row, limits);
  await database().evidenceObject.update({ where: { id: row.id }, data: { place, checkedAt: now() } });
  if (place === row.place) return;
  if (place === 'store') log().info({ evidenceId: row.id }, 'saved evidence is right again');
  else
    reportEvidence(
      row.id,
      place,
      place === 'lost' ? 'the store has nothing under its key' : 'its SHA-256 is another one',
    );
}

/** Throws when the store does not answer: then nothing is known, and nothing is said of the file. */
async function findPlace(
  { objectKey, sha256 }: EvidenceObject,
  limits: ScrubLimits,
): Promise<'store' | 'lost' | 'damaged'> {
  try {
    const found = await hashGently(objectKey, limits);
    noteStoreWell();
    return found === sha256 ? 'store' : 'damaged';
  } catch (error) {
    if (error instanceof NoSuchObject) return 'lost';
    noteStoreTrouble(error);
    throw error;
  }
}

async function hashGently(key: string, { bytesPerSecond }: ScrubLimits): Promise<string> {
  const hash = createHash('sha256');
  const began = performance.now();
  let size = 0;
  for await (const chunk of (await evidenceStore().read(key)) as AsyncIterable<Buffer>) {
    hash.update(chunk);
    size += chunk.length;
    const aheadMs = (size / bytesPerSecond) * 1_000 - (performance.now() - began);
    if (aheadMs > 20) await sleep(aheadMs);
  }
  return hash.digest('hex');
}
