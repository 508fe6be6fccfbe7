'use client';

import { useActions } from '@/components/incident/actions-provider';
import { ComposerPlace } from '@/components/timeline/composer-place';
import { NoteComposer } from '@/components/timeline/note-composer';
import { TimelinePanel } from '@/components/timeline/timeline-panel';
import type { Actor } from '@/lib/domain/access/actor';
import type { useRecordActions } from './use-record-actions';

interface RecordTimelineProps {
  actor: Actor;
  actions: ReturnType<typeof useRecordActions>;
  mayNote: boolean;
}

/** Opens the question that ends the incident with what somebody found out or decided in it; null where it cannot be ended. */
function useTakeAs() {
  const { actions, run } = useActions();
  const has = (id: string) => actions.some((action) => action.id === id);
  if (!has('resolve')) return null;
  return (what: 'cause' | 'mitigation', text: string) => {
    if (what === 'cause') run('resolve', { cause: text });
    else if (has('mitigate')) run('mitigate', { how: text });
    else run('resolve', { mitigation: text });
  };
}

/** The timeline of this record, and its composer for those who may write. */
export function RecordTimeline({ actor, actions, mayNote }: RecordTimelineProps) {
  const { record, events, entries, refusedNotes, addNote, dismiss } = actions;
  const { incident, timeline } = record.state;
  const { number } = incident;
  const takeAs = useTakeAs();
  return (
    <>
      <TimelinePanel
        {...{ number, actor, events }}
        lastSeq={record.lastSeq}
        pins={timeline.pins}
        actions={{ ...entries, takeAs }}
        className={mayNote ? 'md:rounded-b-none md:border-b-0' : 'md:row-span-2'}
      />
      {mayNote && (
        <ComposerPlace>
          <NoteComposer number={number} refused={refusedNotes} onSend={addNote} onDismiss={dismiss} />
        </ComposerPlace>
      )}
    </>
  );
}
