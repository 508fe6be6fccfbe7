import type { KeyboardEvent } from 'react';
import { stepAt } from './step-at';
import type { StepQuestion } from './step-menu';

/** The keys on the steps: arrows or J and K walk, X ticks, S skips, A assigns. `onAsk` is told the step's key. */
export function panelKeys(
  event: KeyboardEvent<HTMLElement>,
  onAsk: (question: StepQuestion, key: string) => void,
): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLInputElement)) return;
  const { target } = event;
  if (target.type !== 'checkbox' || target.disabled) return;
  const key = target.dataset.step ?? '';
  const next = stepAt(event.currentTarget, target, event.key);
  if (event.key === 'x') target.click();
  else if (event.key === 's') onAsk('skip', key);
  else if (event.key === 'a') onAsk('assign', key);
  else if (next) next.focus();
  else return;
  event.preventDefault();
}
