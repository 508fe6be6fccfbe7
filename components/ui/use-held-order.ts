'use client';

import { useState } from 'react';

/**
 * Keeps a list in the order it had when the pointer or the focus came to it, so that nothing moves under a hand.
 * What is gone leaves, what is new joins at the end. `waits` says that the true order is another one by now.
 */
export function useHeldOrder(ids: readonly string[], isHeld: boolean): { order: readonly string[]; waits: boolean } {
  const [held, setHeld] = useState<readonly string[] | null>(null);
  if (isHeld && !held) setHeld(ids);
  if (!isHeld && held) setHeld(null);
  if (!isHeld || !held) return { order: ids, waits: false };
  const order = [...held.filter((id) => ids.includes(id)), ...ids.filter((id) => !held.includes(id))];
  return { order, waits: order.some((id, index) => id !== ids[index]) };
}
