'use client';

import { useEffect, useState } from 'react';

/** True once `isOn` has been true for `ms` without a break; false at once when it is not. Keeps blinks off the screen. */
export function useLasting(isOn: boolean, ms: number): boolean {
  const [hasLasted, setHasLasted] = useState(false);
  useEffect(() => {
    if (!isOn) return setHasLasted(false);
    const timer = setTimeout(() => setHasLasted(true), ms);
    return () => clearTimeout(timer);
  }, [isOn, ms]);
  return isOn && hasLasted;
}
