'use client';

import { type FocusEvent, type PointerEvent, useState } from 'react';

/** Knows whether a mouse rests on an area or the keyboard is inside it. Spread `hold` on the area. */
export function useHold() {
  const [isHovered, setIsHovered] = useState(false);
  const [hasFocus, setHasFocus] = useState(false);
  const hold = {
    onPointerEnter: (event: PointerEvent) => setIsHovered(event.pointerType === 'mouse'),
    onPointerLeave: () => setIsHovered(false),
    onFocus: (event: FocusEvent) => setHasFocus(event.target.matches(':focus-visible')),
    onBlur: () => setHasFocus(false),
  };
  return { isHeld: isHovered || hasFocus, hold };
}
