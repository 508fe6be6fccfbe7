import 'server-only';
import { rm } from 'node:fs/promises';
import type { EvidenceWay } from '@/lib/domain/evidence/events';
import type { ActorRef } from '@/lib/domain/kernel/event';
import { now } from '../kernel/clock';
import { database } from '../kernel/database';
import { perProcess } from '../kernel/per-process';
import { log } from '../observability/log';
import { finishPieces } from './finish-pieces';
import { inTurn } from './in-turn';
import { arrivedBy, captureArrival } from './keep-arrival';
import type { CaptureMarks } from './mark-capture';
import { moveToStore } from './move-to-store';
import { listPieces, readPieces } from './pieces';
import { spool } from './spool';
import { spoolNode } from './spool-node';
import { sweepSpool } from './sweep-spool';
import { UploadRefused } from './upload-refused';

// Whoever brings a file in right now does this by themselves.
const settledMs = 10_000;
const mostFailures = 3;
const atOnce = 500;

/**
 * Makes good on this node what a crash, a database or a store that was away has left undone: files that are whole and
 * no evidence yet, then files that are not in the store yet. Then takes away what nobody will ever ask for.
 */
export function tendSpool(): Promise<void> {
  const state = perProcess<{ running: Promise<void> | null }>('tend-spool', () => ({ running: null }));
  state.running ??= tend().finally(() => {
    state.running = null;
  });
  return state.running;
}

async function tend(): Promise<void> {
  await finishWhole();
  await captureLeftOver();
  await moveLeftOver();
  await sweepSpool(now());
}

async function finishWhole(): Promise<void> {
  for (const id of await listPieces()) {
    const pieces = await readPieces(id);
    if (!pieces?.isWhole || !isSettled(pieces.modifiedAt)) continue;
    await finishPieces(id).catch((error) => noteRefused(id, error));
  }
}

async function captureLeftOver(): Promise<void> {
  const rows = await database().evidenceObject.findMany({
    where: { node: spoolNode(), capturedAt: null, receivedAt: { lt: new Date(now().getTime() - settledMs) } },
    take: atOnce,
  });
  for (const row of rows) {
    const { id, incidentNumber: number, name, sha256, mediaType, recipe } = row;
    const facts = { id, number, name, sha256, mediaType, recipe, sizeBytes: Number(row.sizeBytes) };
    const way = row.way as EvidenceWay;
    const actor = arrivedBy(row.by as unknown as ActorRef);
    const marks = way === 'pipe' ? interrupted(recipe) : {};
    await captureArrival(actor, { ...facts, way, ...marks }).catch((error) => noteRefused(id, error));
  }
}

/** How a command ended was said in the request that is gone (rule E11). */
function interrupted(recipe: string | null): CaptureMarks {
  return recipe === null ? {} : { doubt: { reason: 'interrupted' } };
}

/** One after the other; a store that refuses three is away, and is not asked for the rest. */
async function moveLeftOver(): Promise<void> {
  const rows = await database().evidenceObject.findMany({
    where: { node: spoolNode(), place: 'spool', capturedAt: { not: null } },
    orderBy: { receivedAt: 'asc' },
    select: { id: true },
    take: atOnce,
  });
  let failures = 0;
  for (const { id } of rows) {
    if (failures === mostFailures) return;
    await inTurn('evidence.move', () => moveToStore(id)).catch((error) => {
      failures += 1;
      log().warn({ evidenceId: id, reason: reasonOf(error) }, 'saved evidence waits in the spool');
    });
  }
}

function isSettled(at: Date): boolean {
  return now().getTime() - at.getTime() > settledMs;
}

/** Nobody waits for an answer any more; the bytes are gone, and only the log can say why. */
function noteRefused(id: string, error: unknown): void {
  if (!(error instanceof UploadRefused)) throw error;
  log().warn({ evidenceId: id, code: error.problem.code }, 'a file that had arrived was refused');
  void rm(spool().whole(id), { force: true }).catch(() => {});
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}
