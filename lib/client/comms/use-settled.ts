'use client';

import { useEffect, useState } from 'react';

/** The value once it has not changed for `ms`: what is typed is not asked about with every letter. Compared as JSON. */
export function useSettled<Value>(value: Value, ms: number): Value {
  const [settled, setSettled] = useState(value);
  const key = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(key) as Value), ms);
    return () => clearTimeout(timer);
  }, [key, ms]);
  return settled;
}
