import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListView } from './step-view';
import { useOpenLists } from './use-open-lists';

const list = (id: string, isFinished = false) => ({ id, title: id, steps: [], isFinished }) as unknown as ListView;
const open = list('open');
const finished = list('finished', true);

beforeEach(() => localStorage.clear());
afterEach(cleanup);

function lists(isOver: boolean) {
  return renderHook(({ over }) => useOpenLists('INC-2026-0001', [open, finished], { isHeld: false, isOver: over }), {
    initialProps: { over: isOver },
  });
}

describe('which checklists are unfolded', () => {
  it('is those with something left to do, while the incident goes on', () => {
    const { result } = lists(false);
    expect(['open', 'finished'].map(result.current.isOpen)).toEqual([true, false]);
  });

  it('is none once it is over, until somebody unfolds one', () => {
    const { result, rerender } = lists(false);
    rerender({ over: true });
    expect(result.current.isOpen('open')).toBe(false);
    act(() => result.current.toggle(open));
    expect(result.current.isOpen('open')).toBe(true);
    rerender({ over: false });
    expect(result.current.isOpen('open')).toBe(true);
  });
});
