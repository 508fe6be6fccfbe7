'use client';

import { useCallback, useMemo } from 'react';
import type { FileActions } from '@/components/evidence/file-actions';
import { listActions } from '@/components/incident/list-actions';
import type { RecordAction } from '@/components/incident/record-action';
import { readRefusedNotes } from '@/components/timeline/refused-note';
import type { TimelineActions } from '@/components/timeline/use-entry-actions';
import type { StepActions } from '@/components/triage/step-actions';
import { serverNowMs } from '@/lib/client/store/server-clock';
import { type ShownEvent, useRecord } from '@/lib/client/store/use-record';
import { measureTick } from '@/lib/client/telemetry/measure-tick';
import type { Actor } from '@/lib/domain/access/actor';
import { updateDueAt } from '@/lib/domain/comms/update-clock';
import type { RecordView } from '@/lib/domain/record-view';
import type { NoteKind } from '@/lib/domain/timeline/events';
import { listLocks } from '@/lib/domain/triage/list-locks';
import { itemKey } from '@/lib/domain/triage/triage';
import type { RecordCatalogue } from './record-catalogue';

const NOTE = 'timeline.add_note';

/** Steps with something that the console has not got yet. */
function pendingSteps(events: ShownEvent[]): Set<string> {
  return new Set(
    events.flatMap((event) =>
      event.pending && event.type.startsWith('triage.') && 'itemId' in event.data
        ? [itemKey(event.data.checklistId, event.data.itemId)]
        : [],
    ),
  );
}

type Send = ReturnType<typeof useRecord>['send'];

function stepActions(send: Send): Omit<StepActions, 'capture' | 'waive' | 'perform' | 'mayPerform'> {
  const at = ({ checklistId, itemId }: { checklistId: string; itemId: string }) => ({ checklistId, itemId });
  return {
    toggle: (step, isTicked) => {
      measureTick();
      send(isTicked ? 'triage.untick' : 'triage.tick', at(step));
    },
    answer: (step, answer) => send('triage.answer_question', { ...at(step), answer }),
    skip: (step, reason) => send('triage.skip', { ...at(step), reason }),
    takeUpAgain: (step) => send('triage.take_up_again', at(step)),
    assign: (step, personId) => send('triage.assign', { ...at(step), personId }),
    setDue: (step, dueAt) => send('triage.set_due', { ...at(step), dueAt }),
    addStep: (title) => send('triage.add_item', { title }),
    openChecklist: (checklistId) => send('triage.open_checklist', { checklistId }),
  };
}

function fileActions(send: Send): FileActions {
  return {
    accept: (evidenceId) => send('evidence.accept', { evidenceId }),
    recordNoAnswer: (evidenceId) => send('evidence.record_no_answer', { evidenceId }),
  };
}

function entryActions(send: Send): Omit<TimelineActions, 'takeAs'> {
  return {
    pin: (seq) => send('timeline.pin', { seq }),
    unpin: (seq) => send('timeline.unpin', { seq }),
    annotate: (seq, text) => send('timeline.annotate', { seq, text }),
    correct: (seq, text) => send('timeline.correct', { seq, text }),
  };
}

/** The open record, and every intent a person can have on it as one function each. */
export function useRecordActions(
  initial: RecordView,
  actor: Actor,
  { severities, services, evidence: { recipes } }: RecordCatalogue,
) {
  const { record, events, send, refusals, dismiss } = useRecord(initial, actor);
  const pending = useMemo(() => pendingSteps(events), [events]);
  const { incident, triage, evidence, comms } = record.state;
  const steps = useMemo(() => stepActions(send), [send]);
  const dueAt = updateDueAt({ incident, comms });
  const actions = useMemo(() => {
    // Whatever rows say: what is not needed now may be asked for later.
    const locked = listLocks({ incident, triage, nowMs: serverNowMs(), live: [] }, evidence).map((ids) =>
      recipes.filter(({ id }) => ids.includes(id)),
    );
    return listActions(incident, actor, { severities, services, locked, updateDueAt: dueAt });
  }, [incident, triage, evidence, actor, severities, services, recipes, dueAt]);
  const runAction = useCallback(
    ({ command, toInput }: RecordAction, values: Record<string, string>) => void send(command, toInput(values)),
    [send],
  );
  return {
    record,
    events,
    dismiss,
    actions,
    runAction,
    pendingSteps: pending,
    refusals: refusals.filter(({ type }) => type !== NOTE),
    refusedNotes: readRefusedNotes(refusals.filter(({ type }) => type === NOTE)),
    steps,
    entries: entryActions(send),
    files: fileActions(send),
    addNote: (text: string, kind: NoteKind, happenedAt?: string) => {
      send(NOTE, { text, ...(kind !== 'note' && { kind }) }, happenedAt);
    },
    addService: (serviceId: string) => void send('incident.add_services', { services: [serviceId] }),
    setClass: (failureClass: string | null, because: string) => {
      send('triage.set_failure_class', { failureClass, ...(because && { because }) });
    },
    callBackup: useCallback(() => void send('triage.call_backup', {}), [send]),
  };
}
