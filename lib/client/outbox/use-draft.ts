'use client';

import { useCallback, useEffect, useState } from 'react';
import { browserStorage } from './browser-storage';

const prefix = 'console.draft.';

/** Text that is being typed, kept in this browser with every keystroke until it is cleared. */
export function useDraft(key: string): readonly [text: string, setText: (text: string) => void, clear: () => void] {
  const [text, setShown] = useState('');
  const place = prefix + key;
  useEffect(() => setShown(browserStorage().getItem(place) ?? ''), [place]);
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
