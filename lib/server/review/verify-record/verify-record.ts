import 'server-only';
import pg from 'pg';
import type { AnchorStore } from '../anchors/list-anchors';
import { checkAnchors } from './check-anchors';
import { type CheckedFiles, checkFiles, type FileCheck } from './check-files';
import { checkLog } from './check-log';
import type { Tell } from './record-finding';

export interface RecordCheck {
  databaseUrl: string;
  chainKey: string;
  store: Pick<AnchorStore, 'list' | 'readText'>;
  files: FileCheck;
}

/** How much was looked at. */
export interface CheckedRecord extends CheckedFiles {
  incidents: number;
  events: number;
  anchors: number;
  /** The day of the newest anchor; null when there is none. */
  newest: string | null;
}

/**
 * Checks the live database: every chain, every row against the fold of its events, all anchored heads, all files. Work
 * goes on meanwhile; memory does not grow with what is checked. Rejects when database or store cannot be reached.
 */
export async function verifyRecord(
  { databaseUrl, chainKey, store, files }: RecordCheck,
  tell: Tell,
): Promise<CheckedRecord> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'incident-console verify' });
  await client.connect();
  try {
    // The anchors first: records only grow, so what was anchored before is in what is read after.
    const anchors = await checkAnchors(client, store, chainKey, tell);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const log = await checkLog(client, chainKey, tell);
    await client.query('COMMIT');
    return { ...log, ...anchors, ...(await checkFiles(client, files, tell)) };
  } finally {
    await client.end();
  }
}
