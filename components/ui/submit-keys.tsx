import type { KeyboardEvent } from 'react';
import { Kbd } from './kbd';

/** Sends a form with Ctrl Enter (⌘ Enter) from any of its fields; Enter alone does from those of one line. */
export function submitOnCtrlEnter(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
  event.preventDefault();
  event.currentTarget.requestSubmit();
}

/** Says so on the button; not where there is no keyboard. */
export function SubmitHint() {
  return (
    <span aria-hidden="true" className="ml-1.5 pointer-coarse:hidden [&_kbd]:text-inherit">
      <Kbd>Ctrl ⏎</Kbd>
    </span>
  );
}
