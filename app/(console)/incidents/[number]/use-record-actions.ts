'use client';

import { useCallback, useMemo } from 'react';
import { listActions } from '@/components/incident/list-actions';
import type { RecordAction } from '@/components/incident/record-action';
import { type ShownEvent, useRecord } from '@/lib/client/store/use-record';
import { measureTick } from '@/lib/client/telemetry/measure-tick';
import type { Actor } from '@/lib/domain/access/actor';
import type { Severity } from '@/lib/domain/catalogue/catalogue';
import type { RecordView } from '@/lib/domain/record-view';
import { itemKey } from '@/lib/domain/triage/triage';

const NOTE = 'timeline.add_note';

/** Steps whose tick or untick the console has not got yet. */
function pendingSteps(events: ShownEvent[]): Set<string> {
  return new Set(
    events.flatMap((event) =>
      event.pending && (event.type === 'triage.item_ticked' || event.type === 'triage.item_unticked')
        ? [itemKey(event.data.checklistId, event.data.itemId)]
        : [],
    ),
  );
}

/** The open record, and every intent a person can have on it as one function each. */
export function useRecordActions(initial: RecordView, actor: Actor, severities: Severity[]) {
  const { record, events, send, refusals, dismiss } = useRecord(initial, actor);
  const pending = useMemo(() => pendingSteps(events), [events]);
  const { incident } = record.state;
  const actions = useMemo(() => listActions(incident, actor, severities), [incident, actor, severities]);
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
    refusedNotes: refusals.flatMap(({ commandId, type, words, text }) =>
      type === NOTE ? [{ commandId, words, text: text ?? '' }] : [],
    ),
    toggleStep: (checklistId: string, itemId: string, isTicked: boolean) => {
      measureTick();
      send(isTicked ? 'triage.untick' : 'triage.tick', { checklistId, itemId });
    },
    addNote: (text: string) => {
      send(NOTE, { text });
    },
    openChecklist: (checklistId: string) => {
      send('triage.open_checklist', { checklistId });
    },
    setClass: (failureClass: string, because: string) => {
      send('triage.set_failure_class', { failureClass, ...(because && { because }) });
    },
    callBackup: () => {
      send('triage.call_backup', {});
    },
  };
}
