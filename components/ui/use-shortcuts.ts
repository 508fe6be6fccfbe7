'use client';

import { useEffect, useRef } from 'react';
import { areShortcutsOn } from './shortcut-switch';

const SEQUENCE_MS = 1_200;
const SILENT = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [role="menu"], [role="dialog"]';

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest(SILENT) !== null;
}

/**
 * Single keys ("d", "?") and sequences ("g s") anywhere on the page. They are silent while somebody types, while a
 * dialog or menu has the focus, with a modifier held, and when turned off.
 */
export function useShortcuts(shortcuts: Record<string, () => void>): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });

  useEffect(() => {
    let before = { key: '', at: 0 };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target) || !areShortcutsOn()) return;
      const key = event.key.toLowerCase();
      const sequence = event.timeStamp - before.at < SEQUENCE_MS ? `${before.key} ${key}` : '';
      const whole = latest.current[sequence];
      // The last key of a sequence begins no other one.
      before = whole ? { key: '', at: 0 } : { key, at: event.timeStamp };
      const run = whole ?? (/^[gm] /.test(sequence) ? undefined : latest.current[key]);
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
