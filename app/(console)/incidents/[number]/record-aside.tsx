import { UpdatePanel } from '@/components/comms/update-panel';
import type { FileActions } from '@/components/evidence/file-actions';
import { TimesPanel } from '@/components/incident/times-panel';
import { ProofPanel } from '@/components/review/proof-panel';
import type { StepActions } from '@/components/triage/step-actions';
import type { Actor } from '@/lib/domain/access/actor';
import { isAllowed } from '@/lib/domain/access/who-may';
import { isSpeaker } from '@/lib/domain/comms/is-speaker';
import type { RecordState } from '@/lib/domain/record-state';
import type { ChainHead } from '@/lib/domain/review/chain-head';
import { AddSignalRows } from './add-signal-rows';
import { ClassifyHere } from './classify-here';
import { EvidenceHere } from './evidence-here';
import { LiveNow } from './live-now';
import type { RecordCatalogue } from './record-catalogue';

interface RecordAsideProps {
  state: RecordState;
  actor: Actor;
  catalogue: RecordCatalogue;
  nowMs: number;
  head: ChainHead | null;
  wanted: readonly string[] | null;
  onCapture: (recipes: readonly string[] | null) => void;
  onSetClass: (failureClass: string | null, because: string) => void;
  steps: Pick<StepActions, 'openChecklist'>;
  onAddService: (serviceId: string) => void;
  files: FileActions;
}

/** Beside checklists and timeline: what it may be, what is live, what was saved, and the times. */
export function RecordAside({ state, actor, catalogue, nowMs, head, ...more }: RecordAsideProps) {
  const { incident } = state;
  const { wanted, onCapture, onSetClass, onAddService, steps, files } = more;
  const mayWrite = isAllowed(actor.role, 'comms.send_update') && isSpeaker(incident, actor);
  return (
    <aside
      id="live"
      aria-label="Live"
      className="scrolls grid min-h-0 scroll-mt-14 grid-cols-[minmax(0,1fr)] content-start gap-3.5 overflow-y-auto md:max-lg:col-span-2 md:max-lg:mt-3.5 lg:col-start-3 lg:row-span-2 lg:row-start-1"
    >
      <ClassifyHere {...{ state, actor, catalogue }} onSet={onSetClass} onOpen={steps.openChecklist} />
      <AddSignalRows {...{ state, actor, catalogue }} onAdd={onAddService} />
      <LiveNow serviceIds={incident.services} />
      <UpdatePanel record={state} mayWrite={mayWrite} nowMs={nowMs} />
      <EvidenceHere {...{ state, actor, catalogue, wanted, onCapture, files }} />
      <TimesPanel incident={incident} nowMs={nowMs} />
      <ProofPanel
        {...{ number: incident.number, head }}
        mayExport={isAllowed(actor.role, 'evidence.read')}
        mayTakeOriginals={isAllowed(actor.role, 'evidence.unmask')}
      />
    </aside>
  );
}
