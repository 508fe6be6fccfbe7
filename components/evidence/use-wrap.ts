'use client';

import { useEffect, useState } from 'react';
import { browserStorage } from '@/lib/client/outbox/browser-storage';

const place = 'console.evidence.wrap';

/** Whether long lines go on below, remembered in this browser. */
export function useWrap(): [boolean, (isWrapped: boolean) => void] {
  const [isWrapped, setIsWrapped] = useState(false);
  useEffect(() => setIsWrapped(browserStorage().getItem(place) === 'on'), []);
  const change = (next: boolean) => {
    setIsWrapped(next);
    browserStorage().setItem(place, next ? 'on' : 'off');
  };
  return [isWrapped, change];
}
