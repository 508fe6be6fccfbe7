'use client';

import { type RefObject, useRef } from 'react';
import { useShortcuts } from '../ui/use-shortcuts';

/**
 * J, K and X from anywhere on the page: J and K go to the step that Tab would reach, X ticks it. Once a step has the focus,
 * the lists' own keys take over. The lists are inside the element of the ref.
 */
export function useStepKeys(mayTick: boolean): RefObject<HTMLDivElement | null> {
  const area = useRef<HTMLDivElement>(null);
  const go = () => {
    const step = area.current?.querySelector<HTMLInputElement>('input[data-step][tabindex="0"]');
    step?.focus();
    return step;
  };
  useShortcuts({ j: go, k: go, ...(mayTick && { x: () => go()?.click() }) });
  return area;
}
