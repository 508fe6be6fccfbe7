'use client';

import { useEffect, useLayoutEffect, useRef } from 'react';

/** Ctrl Enter (⌘ Enter) anywhere on the page, typing or not, but in a dialog, which has its own. Null: nothing to send now. */
export function useSubmitKey(submit: (() => void) | null): void {
  const latest = useRef(submit);
  // Before anything is painted: the key means what stands there when it is pressed.
  useLayoutEffect(() => {
    latest.current = submit;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat || event.defaultPrevented) return;
      const isInDialog = event.target instanceof Element && event.target.closest('[role="dialog"], form') !== null;
      if (isInDialog || !latest.current) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
