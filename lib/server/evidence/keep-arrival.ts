import 'server-only';
import { rm } from 'node:fs/promises';
import type { Actor } from '@/lib/domain/access/actor';
import { toRef } from '@/lib/domain/access/actor';
import type { EvidenceWay } from '@/lib/domain/evidence/events';
import type { ActorRef } from '@/lib/domain/kernel/event';
import { explainRejection } from '@/lib/domain/kernel/explain-rejection';
import { now } from '../kernel/clock';
import { database } from '../kernel/database';
import { isDatabaseTrouble } from '../kernel/database-trouble';
import type { Executed } from '../kernel/execute';
import { machineCommandId } from '../kernel/machine-command-id';
import { statusOfRejection } from '../kernel/problem';
import { onCaptured } from './after-capture';
import type { CaptureMarks } from './mark-capture';
import { objectKey } from './object-key';
import { recordEvidence } from './record-evidence';
import { spool } from './spool';
import { spoolNode } from './spool-node';
import { UploadRefused } from './upload-refused';

/** A file that lies whole in this node's spool, and is no evidence yet. */
export interface Arrival {
  id: string;
  number: string;
  name: string;
  sizeBytes: number;
  sha256: string;
  mediaType: string;
  recipe: string | null;
  way: EvidenceWay;
  instance?: CaptureMarks['instance'];
  doubt?: CaptureMarks['doubt'];
}

/** How the sender is answered. */
export interface Kept extends Omit<Arrival, 'id'> {
  evidenceId: string;
  isLate: boolean;
}

const tries = 5;

/**
 * Makes evidence of what arrived: the row about its bytes, then the fact. May be called again with the same id, after
 * any crash: the fact is recorded once. Throws `UploadRefused` when the record refuses it; nothing is kept then.
 */
export async function keepArrival(actor: Actor, arrival: Arrival): Promise<Kept> {
  const receivedAt = now();
  const { id, number: incidentNumber, instance: _, doubt: __, ...rest } = arrival;
  const { number, ...row } = { ...rest, number: incidentNumber };
  await database().evidenceObject.createMany({
    data: [
      {
        ...{
          id,
          incidentNumber,
          ...row,
          sizeBytes: BigInt(arrival.sizeBytes),
          objectKey: objectKey({ ...arrival, receivedAt }),
        },
        ...{ by: { ...toRef(actor) }, receivedAt, place: 'spool', node: spoolNode() },
      },
    ],
    skipDuplicates: true,
  });
  return await captureArrival(actor, arrival);
}

/** The second half: records the fact for a row that is there, and says so in the row. */
export async function captureArrival(actor: Actor, arrival: Arrival): Promise<Kept> {
  const { id, ...facts } = arrival;
  const executed = await recordPatiently(actor, { evidenceId: id, ...facts });
  if (executed.reused) throw new Error('the id of a file was used for another one');
  const { outcome } = executed;
  if (outcome.outcome === 'rejected') {
    await database().evidenceObject.deleteMany({ where: { id, capturedAt: null } });
    await rm(spool().whole(id), { force: true });
    const { rejection } = outcome;
    const title = explainRejection(rejection);
    throw new UploadRefused({ status: statusOfRejection(rejection), code: rejection.code, title });
  }
  const { count } = await database().evidenceObject.updateMany({
    where: { id, capturedAt: null },
    data: { capturedAt: now() },
  });
  if (count > 0) onCaptured(id);
  const [event] = outcome.events;
  return { evidenceId: id, ...facts, isLate: event?.type === 'evidence.captured' && event.data.isLate };
}

/** A hundred files at once wait in one line for their incident; what is turned away there is sent again. */
async function recordPatiently(
  actor: Actor,
  input: { evidenceId: string; number: string } & CaptureMarks,
): Promise<Executed> {
  // Told anew after a crash, the marks may differ: the record keeps those it heard first.
  const { evidenceId, instance, doubt } = input;
  const marks = instance || doubt ? [JSON.stringify({ instance, doubt })] : [];
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await recordEvidence(
        actor,
        'evidence.record_capture',
        { ...input },
        machineCommandId(['evidence.record_capture', evidenceId, ...marks]),
      );
    } catch (error) {
      if (!isDatabaseTrouble(error) || attempt === tries) throw error;
    }
  }
}

/** Who brought it in, as their fact is recorded later; they were allowed to when it arrived. */
export function arrivedBy(by: ActorRef): Actor {
  return { ...by, role: 'responder' };
}
