import type { StepDoing } from '@/lib/domain/triage/step-doing';
import { doingWords } from './doing-words';
import type { StepActions } from './step-actions';
import type { StepView } from './step-view';

interface StepDoProps {
  step: StepView;
  actions: Pick<StepActions, 'perform' | 'mayPerform'>;
}

function whose(doing: StepDoing): string {
  const isUpdate = doing.kind === 'command' && doing.command === 'comms.send_update';
  return isUpdate ? 'For whoever sends the updates.' : 'For whoever may command.';
}

/** The way to do a step that is not ticked by hand: it saves, opens, or gives its command. */
export function StepDo({ step, actions }: StepDoProps) {
  const { tick, skip, notNeeded, missing, doing } = step;
  if (tick || skip || notNeeded !== null || missing.length > 0) return null;
  if (doing.kind === 'tick' || doing.kind === 'answer') return null;
  if (!actions.mayPerform(doing)) return <p className="text-dim text-sm">{whose(doing)}</p>;
  return (
    <p className="no-print">
      <button
        type="button"
        tabIndex={-1}
        onClick={() => actions.perform(doing)}
        className="rounded-sm font-semibold text-accent text-sm hover:underline pointer-coarse:py-2.5"
      >
        {doingWords(doing)}
      </button>
    </p>
  );
}
