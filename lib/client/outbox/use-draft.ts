'use client';

import { useCallback, useEffect, useState } from 'react';
import { browserStorage } from './browser-storage';

const prefix = 'console.draft.';

/** Text that is being typed, kept in this browser with every keystroke until it is cleared. */
export function useDraft(key: string): readonly [text: string, setText: (text: string) => void, clear: () => void] {
  const [text, setShown] = useState('');
  const place = prefix + key;
  useEffect(() => {
    setShown(browserStorage().getItem(place) ?? '');
    // Another tab went on with the same draft, or sent it: follow, unless something else is being typed here.
    const follow = ({ key: changed, oldValue, newValue }: StorageEvent) => {
      if (changed === place) setShown((shown) => (shown === (oldValue ?? '') ? (newValue ?? '') : shown));
    };
    window.addEventListener('storage', follow);
    return () => window.removeEventListener('storage', follow);
  }, [place]);
  const setText = useCallback(
    (next: string) => {
      setShown(next);
      if (next) browserStorage().setItem(place, next);
      else browserStorage().removeItem(place);
    },
    [place],
  );
  const clear = useCallback(() => setText(''), [setText]);
  return [text, setText, clear];
}
