import type { EvidenceRecipe } from '@/lib/domain/catalogue/evidence-guide';
import { sayDoubt } from '@/lib/domain/evidence/doubt';
import type { EvidenceItem } from '@/lib/domain/evidence/evidence';
import { isTaken } from '@/lib/domain/incident/had-evidence';
import { Time } from '../ui/time';
import type { InstanceChoice, InstanceOption } from './chosen-captures';
import { CopyCommand } from './copy-command';

interface CaptureSectionProps {
  recipe: EvidenceRecipe;
  command: string;
  /** The last file of it that arrived; null while none has. */
  last: EvidenceItem | null;
  /** Why it is not required; null when it is. */
  excuse: string | null;
  options: InstanceOption[];
  choice: InstanceChoice;
  isOnly: boolean;
  onChoose: (choice: InstanceChoice) => void;
}

function Arrival({ last, excuse }: Pick<CaptureSectionProps, 'last' | 'excuse'>) {
  if (last)
    return (
      <span role="status" className={isTaken(last) ? 'text-ok text-sm' : 'text-down text-sm'}>
        {isTaken(last) ? 'saved' : 'tried'} <Time iso={last.at} zone />
        {last.doubt && !last.accepted && `: ${sayDoubt(last.doubt)}. Not taken as evidence.`}
      </span>
    );
  return (
    <span role="status" className="text-dim text-sm">
      {excuse ? `not required: ${excuse}` : 'not here yet'}
    </span>
  );
}

/** One thing to save: what has arrived of it, on which instance it runs, and its command. */
export function CaptureSection(props: CaptureSectionProps) {
  const { recipe, command, options, choice, isOnly, onChoose } = props;
  return (
    <section className="grid gap-1.5">
      <h3 className="flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold">{recipe.title}</span>
        <Arrival {...props} />
      </h3>
      {options.length > 0 && (
        <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
          <legend className="sr-only">Instance for {recipe.title}</legend>
          {options.map(({ id, label }) => (
            <label key={id} className="flex items-center gap-1.5 pointer-coarse:min-h-11">
              <input
                type="radio"
                name={`instance-${recipe.id}`}
                checked={choice === id}
                onChange={() => onChoose(id)}
              />
              {label}
            </label>
          ))}
        </fieldset>
      )}
      {recipe.hint && <p className="text-dim text-sm">{recipe.hint}</p>}
      <CopyCommand look={isOnly ? 'go' : 'quiet'} label={`Copy: ${recipe.title}`} command={command} />
    </section>
  );
}
