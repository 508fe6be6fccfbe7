import type { EvidenceRecipe } from '@/lib/domain/catalogue/evidence-guide';
import type { EvidenceItem, Waiver } from '@/lib/domain/evidence/evidence';
import { SavedLine } from './saved-line';

interface RecipeLineProps {
  number: string;
  recipe: EvidenceRecipe;
  saved: EvidenceItem[];
  waiver: Waiver | null;
  /** True while a step waits for it. */
  isLocking: boolean;
  mayAdd: boolean;
  onCapture: (recipes: readonly string[]) => void;
}

/** One thing the catalogue wants saved: its files, or that it is missing and how to get it. */
export function RecipeLine({ number, recipe, saved, waiver, isLocking, mayAdd, onCapture }: RecipeLineProps) {
  if (saved.length > 0)
    return saved.map((item) => <SavedLine key={item.evidenceId} {...{ number, item }} title={recipe.title} />);
  return (
    <li className="flex items-baseline gap-2 px-3.5 py-1">
      <span className="min-w-0 flex-1">
        {recipe.title}
        {waiver && <span className="text-down text-sm"> went on without</span>}
        {isLocking && <span className="text-degraded text-sm"> locks a step</span>}
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
  );
}
