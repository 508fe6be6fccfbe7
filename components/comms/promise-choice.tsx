import { Button } from '../ui/button';
import type { ComposerDraft } from './composer-draft';
import type { PromiseQuestion } from './promise-question';

interface PromiseChoiceProps {
  question: PromiseQuestion | null;
  onChoose: (change: Partial<ComposerDraft>) => void;
}

/** Asks which of two promises is wanted (rule M16). The region stands there before anything is in it. */
export function PromiseChoice({ question, onChoose }: PromiseChoiceProps) {
  return (
    <div role="status" className="empty:absolute">
      {question && (
        <section
          aria-label="Which promise"
          className="grid gap-2 rounded-lg border border-degraded bg-degraded-bg px-3.5 py-2.5"
        >
          <p className="font-semibold">{question.words}</p>
          <div className="flex flex-wrap gap-2">
            {question.answers.map(({ label, change }) => (
              <Button key={label} onClick={() => onChoose(change)}>
                {label}
              </Button>
            ))}
          </div>
        </section>
      )}
    </div>
  );
}
