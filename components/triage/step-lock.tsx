import type { StepActions } from './step-actions';
import type { RecipeName, StepView } from './step-view';

interface StepLockProps {
  missing: RecipeName[];
  mayAct: boolean;
  actions: Pick<StepActions, 'capture' | 'waive'>;
}

const link = 'rounded-sm font-semibold text-accent hover:underline pointer-coarse:py-2.5';

/** Why a step is locked, and the two ways on: save what it needs, or go on without it and say why. */
export function StepLock({ missing, mayAct, actions }: StepLockProps) {
  const ids = missing.map(({ id }) => id);
  const { waive } = actions;
  return (
    <div className="grid gap-0.5 text-sm">
      <p className="text-degraded">
        Locked. Logs first, always: it needs {missing.map(({ title }) => title).join('; ')}.
      </p>
      {mayAct && (
        <p className="no-print flex flex-wrap gap-x-3">
          <button type="button" className={link} onClick={() => actions.capture(ids)}>
            Save it now
          </button>
          {waive && (
            <button type="button" className={`${link} text-dim`} onClick={() => waive(ids)}>
              Go on without…
            </button>
          )}
        </p>
      )}
    </div>
  );
}

/** Rule E13: what a step is not held to while its source is down. */
export function Excused({ excused }: Pick<StepView, 'excused'>) {
  return excused.map(({ title, because }) => (
    <p key={title} className="text-dim text-sm">
      Not required: {title}. {because}.
    </p>
  ));
}
