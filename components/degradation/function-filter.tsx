import type { FunctionRow } from '@/lib/domain/degradation/matrix';
import { Mark } from '../ui/mark';
import { toneWord } from '../ui/tone';

interface FunctionFilterProps {
  functions: FunctionRow[];
  chosen: string | null;
  onChoose: (functionId: string | null) => void;
}

const chip =
  'inline-flex min-h-8.5 flex-none items-center gap-2 rounded-md border border-line px-2.5 py-1 hover:border-dim aria-pressed:border-accent aria-pressed:bg-accent-bg aria-pressed:text-text text-dim pointer-coarse:min-h-11';

/** Shows only what can break one thing that users do. */
export function FunctionFilter({ functions, chosen, onChoose }: FunctionFilterProps) {
  return (
    <fieldset className="no-print min-w-0">
      <legend className="pb-1.5 text-dim text-sm">What can break</legend>
      <div className="flex gap-1.5 max-sm:-mx-4 max-sm:overflow-x-auto max-sm:px-4 max-sm:py-1 sm:flex-wrap">
        <button type="button" aria-pressed={chosen === null} onClick={() => onChoose(null)} className={chip}>
          Everything
        </button>
        {functions.map(({ id, name, status }) => (
          <button
            key={id}
            type="button"
            aria-pressed={chosen === id}
            aria-label={status === 'ok' ? name : `${name}: ${toneWord[status]}`}
            title={`${name}: ${toneWord[status]}`}
            onClick={() => onChoose(chosen === id ? null : id)}
            className={chip}
          >
            {status !== 'ok' && <Mark tone={status} className="size-2.5" />}
            {name}
          </button>
        ))}
      </div>
    </fieldset>
  );
}
