import type { StepActions } from './step-actions';
import type { RecipeName } from './step-view';

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
