import type { EvidenceRecipe } from '@/lib/domain/catalogue/evidence-guide';
import type { EvidenceState } from '@/lib/domain/evidence/evidence';
import { isHad, isTaken } from '@/lib/domain/incident/had-evidence';
import { AttemptLine } from './attempt-line';
import type { FileActions } from './file-actions';
import { SavedLine } from './saved-line';

interface RecipeLineProps {
  number: string;
  recipe: EvidenceRecipe;
  evidence: EvidenceState;
  /** Why it is not required right now; null when it is. */
  excuse: string | null;
  /** The name of the service that it asks; null when the catalogue names none. */
  source: string | null;
  /** True while a step waits for it. */
  isLocking: boolean;
  mayAdd: boolean;
  files: FileActions | null;
  onCapture: (recipes: readonly string[]) => void;
}

function Standing({ recipe, evidence, excuse, isLocking }: RecipeLineProps) {
  const unanswered = evidence.unanswered?.[recipe.id];
  if (evidence.waived[recipe.id]) return <span className="text-down text-sm"> went on without</span>;
  if (unanswered) return <span className="text-down text-sm"> {unanswered.source} does not answer</span>;
  if (excuse) return <span className="text-dim text-sm"> not required: {excuse}</span>;
  return isLocking ? <span className="text-degraded text-sm"> locks a step</span> : null;
}

/** One thing the catalogue wants saved: its files, what failed, or that it is missing and how to get it. */
export function RecipeLine(props: RecipeLineProps) {
  const { number, recipe, evidence, source, mayAdd, files, onCapture } = props;
  const items = evidence.items.filter((item) => item.recipe === recipe.id);
  const saved = items.filter(isTaken);
  const attempts = items.filter((item) => !isTaken(item));
  return (
    <>
      {saved.map((item) => (
        <SavedLine key={item.evidenceId} {...{ number, item }} title={recipe.title} />
      ))}
      {saved.length === 0 && (
        <li className="flex items-baseline gap-2 px-3.5 py-1">
          <span className="min-w-0 flex-1">
            {recipe.title}
            <Standing {...props} />
          </span>
          {mayAdd ? (
            <button
              type="button"
              onClick={() => onCapture([recipe.id])}
              aria-label={`Save: ${recipe.title}`}
              className="no-print rounded-sm text-accent hover:underline pointer-coarse:py-2.5"
            >
              save
            </button>
          ) : (
            <span className="text-faint text-sm">not saved</span>
          )}
        </li>
      )}
      {attempts.map((item) => (
        <AttemptLine
          key={item.evidenceId}
          {...{ number, item, files }}
          source={isHad(recipe.id, evidence) ? null : source}
        />
      ))}
    </>
  );
}
