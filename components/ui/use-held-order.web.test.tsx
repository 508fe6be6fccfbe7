import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useHeldOrder } from './use-held-order';

it('keeps the order while held, lets the gone go and the new join at the end, and sorts again afterwards', () => {
  const { result, rerender } = renderHook(({ ids, isHeld }) => useHeldOrder(ids, isHeld), {
    initialProps: { ids: ['a', 'b', 'c'], isHeld: false },
  });
  rerender({ ids: ['a', 'b', 'c'], isHeld: true });
  rerender({ ids: ['c', 'd', 'a'], isHeld: true });
  expect(result.current).toEqual({ order: ['a', 'c', 'd'], waits: true });
  rerender({ ids: ['c', 'd', 'a'], isHeld: false });
  expect(result.current).toEqual({ order: ['c', 'd', 'a'], waits: false });
});
