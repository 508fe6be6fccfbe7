import { Button } from '../ui/button';
import type { StepActions } from './step-actions';
import type { StepView } from './step-view';

interface StepAnswersProps {
  step: StepView;
  actions: Pick<StepActions, 'answer'>;
}

/** The answers of a step that asks, one button each. Once it is answered, its menu has the others. */
export function StepAnswers({ step, actions }: StepAnswersProps) {
  const { item, tick, skip, key } = step;
  if (!item.question || tick || skip) return null;
  return (
    <fieldset data-answers={key} className="no-print flex flex-wrap gap-1.5 py-0.5">
      <legend className="sr-only">{item.title}</legend>
      {item.question.answers.map((one) => (
        <Button key={one} tabIndex={-1} onClick={() => actions.answer(step, one)}>
          {one}
        </Button>
      ))}
    </fieldset>
  );
}
