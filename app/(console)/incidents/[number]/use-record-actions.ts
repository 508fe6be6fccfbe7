'use client';

import { useMemo } from 'react';
import type { SeverityChange } from '@/components/incident/severity-changes';
import { type ShownEvent, useRecord } from '@/lib/client/store/use-record';
import { measureTick } from '@/lib/client/telemetry/measure-tick';
import type { Actor } from '@/lib/domain/access/actor';
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
export function useRecordActions(initial: RecordView, actor: Actor) {
  const { record, events, send, refusals, dismiss } = useRecord(initial, actor);
  const pending = useMemo(() => pendingSteps(events), [events]);
  return {
    record,
    events,
    dismiss,
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
    takeCommand: () => {
      send('incident.take_command', {});
    },
    changeSeverity: ({ type, from, to }: SeverityChange, reason: string) => {
      send(type, { from, to, reason });
    },
  };
}
