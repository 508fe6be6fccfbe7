import { TimesPanel } from '@/components/incident/times-panel';
import type { Actor } from '@/lib/domain/access/actor';
import type { RecordState } from '@/lib/domain/record-state';
import { ClassifyHere } from './classify-here';
import { EvidenceHere } from './evidence-here';
import { LiveNow } from './live-now';
import type { RecordCatalogue } from './record-catalogue';

interface RecordAsideProps {
  state: RecordState;
  actor: Actor;
  catalogue: RecordCatalogue;
  nowMs: number;
  wanted: readonly string[] | null;
  onCapture: (recipes: readonly string[] | null) => void;
  onSetClass: (failureClass: string, because: string) => void;
}

/** Beside checklists and timeline: what it may be, what is live, what was saved, and the times. */
export function RecordAside({ state, actor, catalogue, nowMs, wanted, onCapture, onSetClass }: RecordAsideProps) {
  const { incident } = state;
  return (
    <aside
      aria-label="Live"
      className="scrolls grid min-h-0 content-start gap-3.5 overflow-y-auto md:max-lg:col-span-2"
    >
      <ClassifyHere {...{ state, actor, catalogue }} onSet={onSetClass} />
      <LiveNow serviceIds={incident.services} />
      <EvidenceHere {...{ state, actor, catalogue, wanted, onCapture }} />
      <TimesPanel incident={incident} nowMs={nowMs} />
    </aside>
  );
}
