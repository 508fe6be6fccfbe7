'use client';

import { useEffect } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { usePreparedUpdate } from '@/lib/client/comms/use-prepared-update';
import { useSettled } from '@/lib/client/comms/use-settled';
import { phaseOf } from '@/lib/domain/comms/contradictions/check-phase';
import { findContradictions } from '@/lib/domain/comms/contradictions/find-contradictions';
import type { CommsRecord } from '@/lib/domain/comms/record';
import type { CommsLookup } from '@/lib/domain/incident/record-context';
import { composeUpdate, textsToSend } from './composed-update';
import { type ComposerDraft, hasEdits, useComposerDraft } from './composer-draft';
import { inMinutes, promiseQuestion } from './promise-question';

export interface ComposerFacts {
  record: CommsRecord;
  /** What the texts are held against: the matrix of this moment. */
  lookup: CommsLookup;
  nowMs: number;
}

const shortestReason = 10;
const typingMs = 400;

/** Rule M16: the promise follows the clock until a text is edited; then it stands. Nothing leaves it to the console. */
function promiseOf(draft: ComposerDraft, nowMs: number): { nextUpdateAt?: string } {
  if (hasEdits(draft)) return draft.nextUpdateAt ? { nextUpdateAt: draft.nextUpdateAt } : {};
  return draft.nextInMinutes ? { nextUpdateAt: inMinutes(nowMs, draft.nextInMinutes) } : {};
}

/** What the person chose, and the question to the console that follows from it. */
function useQuestion({ record, lookup, nowMs }: ComposerFacts) {
  const own = useComposerDraft(record.incident.number);
  const { draft } = own;
  const phase = draft.phase ?? phaseOf[record.incident.status];
  const language = draft.language ?? lookup.words[0]?.language ?? 'en';
  const { cause, mitigation } = record.incident;
  const doing = draft.doing?.trim();
  const question = {
    ...{ phase, language },
    ...(doing && { doing }),
    ...(phase === 'resolved' && { ...(cause && { cause }), ...(mitigation && { mitigation }) }),
    ...(phase !== 'resolved' && promiseOf(draft, nowMs)),
  };
  return { ...own, question: useSettled(question, typingMs), phase, language };
}

/** What has left is no draft any more; what was refused, sent back or taken back is one still (promise P2). */
function useForgetWhatLeft({ comms }: CommsRecord, { updateId }: ComposerDraft, clear: () => void): void {
  const hasLeft = comms.updates.some((update) => update.updateId === updateId && !update.isWithdrawn);
  useEffect(() => {
    if (hasLeft) clear();
  }, [hasLeft, clear]);
}

/** The same id when it is sent once more, unless the record knows it already. */
function unusedId({ comms }: CommsRecord, { updateId }: ComposerDraft): string {
  const isTaken = comms.updates.some((update) => update.updateId === updateId);
  return updateId === undefined || isTaken ? uuidv7() : updateId;
}

/** The next update as it stands, what the record says against it, and how it is sent. `update` is null until it is written. */
export function useComposer(facts: ComposerFacts, onSend: (input: object) => void) {
  const { record, lookup } = facts;
  const { draft, change, clear, phase, language, question } = useQuestion(facts);
  const situation = lookup.situation.rows.map(({ serviceId, status }) => `${serviceId}=${status}`).join(' ');
  const { data, isError } = usePreparedUpdate(record.incident.number, question, situation);
  useForgetWhatLeft(record, draft, clear);
  const own = { draft, change, clear, isError };
  if (!data) return { ...own, update: null };
  const update = composeUpdate(data, draft, { phase, language });
  const texts = textsToSend(update);
  const found = findContradictions({ ...update, texts }, facts);
  const reason = (draft.reason ?? '').trim();
  const promise = promiseQuestion(update, { ...facts, draft });
  const isTooLong = update.texts.some((text) => !text.isLeftOut && text.body.length > text.mostCharacters);
  const isHeldBack = found.length > 0 && reason.length < shortestReason;
  const send = () => {
    const codes = [...new Set(found.map(({ code }) => code))];
    const { headline, nextUpdateAt } = update;
    const override = codes.length > 0 ? { override: { codes, reason } } : {};
    const updateId = unusedId(record, draft);
    change({ updateId });
    onSend({ updateId, phase, language, headline, texts, nextUpdateAt, ...override });
  };
  const isConnected = ({ channel }: { channel: string }) => (lookup.destinations[channel] ?? []).length > 0;
  const connected = texts.filter(isConnected).length;
  const counts = { connected, toPost: texts.length - connected };
  const maySend = texts.length > 0 && !isTooLong && !isHeldBack && !promise?.isPast;
  return { ...own, update, texts, counts, found, promise, maySend, send };
}

export type ComposerState = Extract<ReturnType<typeof useComposer>, { update: object }>;
