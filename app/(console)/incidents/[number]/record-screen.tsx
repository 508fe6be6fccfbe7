'use client';

import { type ReactNode, useEffect } from 'react';
import { ViewerLine } from '@/components/access/viewer-line';
import { RecordHeader } from '@/components/incident/record-header';
import { Refusals } from '@/components/incident/refusals';
import { SeverityControl } from '@/components/incident/severity-control';
import { NoteComposer } from '@/components/timeline/note-composer';
import { TimelinePanel } from '@/components/timeline/timeline-panel';
import { ChecklistPanel } from '@/components/triage/checklist-panel';
import type { Actor } from '@/lib/domain/access/actor';
import { isAllowed } from '@/lib/domain/access/who-may';
import type { Severity } from '@/lib/domain/catalogue/catalogue';
import type { IncidentState } from '@/lib/domain/incident/incident';
import type { RecordView } from '@/lib/domain/record-view';
import { useRecordActions } from './use-record-actions';

interface RecordScreenProps {
  actor: Actor;
  initial: RecordView;
  severities: Severity[];
  nowMs: number;
  /** What stands beside the timeline. */
  children: ReactNode;
}

/** A change of severity shows in the tab too. */
function useTabTitle({ severity, title, number }: IncidentState) {
  useEffect(() => {
    document.title = `${severity} ${title} · ${number}`;
  }, [severity, title, number]);
}

/** Puts the words of a record together. Fills the screen of a laptop; its panels scroll by themselves. */
export function RecordScreen({ actor, initial, severities, nowMs, children }: RecordScreenProps) {
  const actions = useRecordActions(initial, actor);
  const { incident, triage } = actions.record.state;
  useTabTitle(incident);
  const severity = (
    <SeverityControl incident={incident} actor={actor} severities={severities} onChange={actions.changeSeverity} />
  );
  return (
    <div data-fill className="flex min-h-0 flex-1 flex-col">
      <RecordHeader
        incident={incident}
        actor={actor}
        nowMs={nowMs}
        severity={severity}
        onTakeCommand={actions.takeCommand}
      />
      <div className="flex min-h-0 flex-1 flex-col gap-3 px-4 py-3 sm:px-5">
        <Refusals refusals={actions.refusals} onDismiss={actions.dismiss} />
        <ViewerLine role={actor.role} />
        <div className="grid min-h-0 flex-1 grid-rows-1 gap-3.5 max-lg:grid-rows-none md:max-lg:grid-cols-2 lg:grid-cols-[20rem_minmax(0,1fr)_20rem]">
          <ChecklistPanel
            triage={triage}
            mayTick={isAllowed(actor.role, 'triage.tick') && incident.status !== 'closed'}
            pendingKeys={actions.pendingSteps}
            onToggle={actions.toggleStep}
          />
          <TimelinePanel events={actions.events}>
            {isAllowed(actor.role, 'timeline.add_note') && (
              <NoteComposer
                number={incident.number}
                refused={actions.refusedNotes}
                onSend={actions.addNote}
                onDismiss={actions.dismiss}
              />
            )}
          </TimelinePanel>
          <aside
            aria-label="Live"
            className="scrolls grid min-h-0 content-start gap-3.5 overflow-y-auto md:max-lg:col-span-2"
          >
            {children}
          </aside>
        </div>
      </div>
    </div>
  );
}
