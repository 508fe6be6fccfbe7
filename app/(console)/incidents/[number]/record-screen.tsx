'use client';

import { useState } from 'react';
import { UpdateDue } from '@/components/comms/update-due';
import { ActionsProvider } from '@/components/incident/actions-provider';
import { RecordHeader } from '@/components/incident/record-header';
import { Refusals } from '@/components/incident/refusals';
import { useIsGone } from '@/lib/client/store/use-is-gone';
import type { Actor } from '@/lib/domain/access/actor';
import { isAllowed } from '@/lib/domain/access/who-may';
import { isOpenStatus } from '@/lib/domain/incident/is-open-status';
import type { RecordView } from '@/lib/domain/record-view';
import type { ChainHead } from '@/lib/domain/review/chain-head';
import { AskLive } from './ask-live';
import { ChecklistHere } from './checklist-here';
import { ElsewhereLine } from './elsewhere-line';
import { JumpLinks } from './jump-links';
import NoSuchIncident from './not-found';
import { NowHere } from './now-here';
import { PaletteHere } from './palette-here';
import { RecordAside } from './record-aside';
import type { RecordCatalogue } from './record-catalogue';
import { RecordNotices } from './record-notices';
import { RecordTimeline } from './record-timeline';
import { TitleHere } from './title-here';
import { useRecordActions } from './use-record-actions';

interface RecordScreenProps {
  actor: Actor;
  initial: RecordView;
  catalogue: RecordCatalogue;
  nowMs: number;
  head: ChainHead | null;
}

const columns =
  'grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)] gap-3.5 md:gap-y-0 md:max-lg:grid-cols-2 lg:grid-cols-[20rem_minmax(0,1fr)_20rem] lg:grid-rows-[minmax(0,1fr)_auto]';

/** Puts the words of a record together. Fills the screen of a laptop; its panels scroll by themselves. */
export function RecordScreen({ actor, initial, catalogue, nowMs, head }: RecordScreenProps) {
  const actions = useRecordActions(initial, actor, catalogue);
  const isGone = useIsGone(initial.state.incident.number);
  const { state } = actions.record;
  const { incident } = state;
  const { number } = incident;
  const mayNote = isAllowed(actor.role, 'timeline.add_note');
  const mayTick = isAllowed(actor.role, 'triage.tick') && incident.status !== 'closed';
  const [wanted, onCapture] = useState<readonly string[] | null>(null);
  const shared = { state, actor, catalogue, onCapture, onSetClass: actions.setClass, onAddService: actions.addService };
  if (isGone) return <NoSuchIncident />;
  return (
    <ActionsProvider
      number={incident.number}
      actions={actions.actions}
      onSend={actions.runAction}
      renderAsk={(action, dialog) => <AskLive {...{ incident, action }}>{dialog}</AskLive>}
    >
      <TitleHere {...{ state, nowMs }} />
      <JumpLinks mayWrite={mayNote} />
      <div data-fill className="flex min-h-0 flex-1 flex-col">
        <RecordHeader {...{ incident, actor, catalogue, nowMs }} clock={<UpdateDue record={state} nowMs={nowMs} />} />
        <div className="flex min-h-0 flex-1 flex-col gap-3 px-4 py-3 sm:px-5">
          <Refusals refusals={actions.refusals} onDismiss={actions.dismiss} />
          <RecordNotices {...{ state, actor, nowMs }} />
          <NowHere
            {...shared}
            steps={actions.steps}
            onAsk={(text) => actions.addNote(text, 'note')}
            onCallBackup={actions.callBackup}
          />
          <ElsewhereLine incident={incident} />
          <div className={columns}>
            <ChecklistHere
              {...{ number, state, actor, mayTick, nowMs, onCapture }}
              recipes={catalogue.evidence.recipes}
              isOver={!isOpenStatus(incident.status)}
              className="md:row-span-2"
              onCallBackup={actions.callBackup}
              pendingKeys={actions.pendingSteps}
              steps={actions.steps}
              library={catalogue.library}
            />
            <RecordTimeline {...{ actor, actions, mayNote }} />
            <RecordAside {...shared} {...{ nowMs, head, wanted, steps: actions.steps }} files={actions.files} />
          </div>
        </div>
      </div>
      <PaletteHere {...shared} {...{ mayTick }} steps={actions.steps} onCallBackup={actions.callBackup} />
    </ActionsProvider>
  );
}
