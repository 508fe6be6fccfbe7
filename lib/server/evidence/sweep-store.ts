import 'server-only';
import { now } from '../kernel/clock';
import { database } from '../kernel/database';
import { log } from '../observability/log';
import { forgetCaptureTokens } from './capture-token';
import { evidenceStore } from './store/evidence-store';

const dayMs = 24 * 60 * 60_000;
const batch = 500;
const evidenceKey = /^\d{4}-\d{2}-\d{2}\/[^/]+\/[0-9a-f]{12}-[^/]+$/;

/**
 * Takes away what puts that never ended have left in the store for a day, and tokens that are over. A whole file without
 * a row is told of and kept: rows come before files, so it means that the database was set back to an earlier day.
 * Answers how many of those there are.
 */
export async function sweepStore(): Promise<number> {
  const before = new Date(now().getTime() - dayMs);
  await forgetCaptureTokens(before);
  const unfinished = await evidenceStore().removeUnfinished(before);
  if (unfinished > 0) log().info({ count: unfinished }, 'unfinished copies were swept out of the store');
  let strangers = 0;
  let keys: string[] = [];
  for await (const { key, modifiedAt } of evidenceStore().list('')) {
    if (evidenceKey.test(key) && modifiedAt < before) keys.push(key);
    if (keys.length === batch) [strangers, keys] = [strangers + (await countStrangers(keys)), []];
  }
  strangers += await countStrangers(keys);
  if (strangers > 0) log().warn({ count: strangers }, 'the store has evidence that the database does not know');
  return strangers;
}

async function countStrangers(keys: readonly string[]): Promise<number> {
  if (keys.length === 0) return 0;
  const known = await database().evidenceObject.count({ where: { objectKey: { in: [...keys] } } });
  return keys.length - known;
}
