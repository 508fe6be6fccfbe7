import 'server-only';
import type { EvidenceObject } from '@/generated/prisma/client';
import { consoleItself } from '../../kernel/console-itself';
import { database } from '../../kernel/database';
import { machineCommandId } from '../../kernel/machine-command-id';
import { log } from '../../observability/log';
import { recordEvidence } from '../record-evidence';
import { rulesVersion } from '../secrets/rules-version';
import { longDesk } from '../worker/worker-desk';
import { lineIndexOf } from './line-index-of';
import { localOriginal } from './local-original';
import { readingCopy } from './reading-copy';

/**
 * Makes one saved file ready to read, away from any request: its lines are indexed, its likely secrets counted and
 * recorded (rule E7). May be called again after any crash. Throws when the bytes or the database cannot be reached.
 */
export async function prepareReading(id: string): Promise<void> {
  const row = await database().evidenceObject.findUnique({ where: { id } });
  if (!row?.capturedAt || row.indexState === 'ready' || row.indexState === 'unreadable') return;
  await noteState(id, 'building');
  const reading = await readingCopy(row);
  if (reading.state === 'ready') {
    await lineIndexOf(id, reading);
    await recordScan(row, reading.path);
    await noteState(id, 'ready');
  } else if (reading.state === 'unreadable') {
    // Programs and archives hold readable secrets too; fetching a whole one from far only to count is too much.
    const path = await localOriginal(row);
    if (path) await recordScan(row, path);
    await noteState(id, 'unreadable', reading.why);
  }
}

async function recordScan({ id, incidentNumber }: EvidenceObject, path: string): Promise<void> {
  const secrets = await longDesk().ask('scan', { path });
  const input = { number: incidentNumber, evidenceId: id, secrets, rules: rulesVersion };
  await recordEvidence(
    consoleItself,
    'evidence.record_scan',
    input,
    machineCommandId(['evidence.record_scan', rulesVersion, id]),
  );
  if (secrets.length > 0) log().info({ evidenceId: id, secrets }, 'likely secrets in evidence');
}

async function noteState(id: string, indexState: 'building' | 'ready' | 'unreadable', indexNote: string | null = null) {
  await database().evidenceObject.updateMany({ where: { id }, data: { indexState, indexNote } });
}
