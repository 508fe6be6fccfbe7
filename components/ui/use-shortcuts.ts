'use client';

import { useEffect, useLayoutEffect, useRef } from 'react';
import { areShortcutsOn } from './shortcut-switch';

const SEQUENCE_MS = 1_200;
const SILENT = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [role="menu"], [role="dialog"]';

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest(SILENT) !== null;
}

type Shortcuts = Record<string, () => void>;

// One ear for the whole page: what begins a sequence for one part of it begins it for all.
const parts = new Set<{ current: Shortcuts }>();
let before = { key: '', at: 0 };

function find(keys: string): (() => void) | undefined {
  for (const { current } of parts) if (Object.hasOwn(current, keys)) return current[keys];
  return undefined;
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
  if (isTyping(event.target) || !areShortcutsOn()) return;
  const letter = event.key.toLowerCase();
  // "N" does what is said for "shift+n"; what says nothing of Shift hears it like "n".
  const key = event.shiftKey && find(`shift+${letter}`) ? `shift+${letter}` : letter;
  const sequence = event.timeStamp - before.at < SEQUENCE_MS ? `${before.key} ${key}` : '';
  const whole = find(sequence);
  // The last key of a sequence begins no other one.
  before = whole ? { key: '', at: 0 } : { key, at: event.timeStamp };
  const run = whole ?? (/^[gm] /.test(sequence) ? undefined : find(key));
  if (!run) return;
  event.preventDefault();
  run();
}

/**
 * Single keys ("d", "?", "shift+n") and sequences ("g s") anywhere on the page. They are silent while somebody types, while a
 * dialog or menu has the focus, with a modifier held, and when turned off.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  // Before anything is painted: whoever presses a key means what stands there, not what stood there before.
  useLayoutEffect(() => {
    latest.current = shortcuts;
  });

  useEffect(() => {
    parts.add(latest);
    // The same listener twice is one.
    document.addEventListener('keydown', onKeyDown);
    return () => {
      parts.delete(latest);
      if (parts.size === 0) document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}
