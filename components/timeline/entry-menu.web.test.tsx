import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from './entry';
import { EntryMenu } from './entry-menu';
import { Rows } from './row-context';

afterEach(cleanup);

const entry = { key: '7', event: { seq: 7 }, isPinned: false } as unknown as Entry;

/** The menu button of an entry, and what keys on it asked for. */
function aMenu(mayTake: boolean) {
  const onAction = vi.fn();
  const rows = { mayWrite: true, mayCorrect: () => true, mayTake: () => mayTake, onAction };
  render(
    <Rows value={rows}>
      <EntryMenu entry={entry} areTimesShown={false} onToggleTimes={() => {}} />
    </Rows>,
  );
  return { button: screen.getByRole('button', { name: 'Entry 7: more' }), onAction };
}

describe('[I27] a finding or a decision is taken by one key', () => {
  it.each([
    ['c', 'cause'],
    ['E', 'mitigation'],
  ])('%s takes it as the %s', (key, action) => {
    const { button, onAction } = aMenu(true);
    fireEvent.keyDown(button, { key });
    expect(onAction.mock.calls).toEqual([[action, entry]]);
  });

  it('of any other entry no key takes anything, nor with a modifier held', () => {
    const other = aMenu(false);
    fireEvent.keyDown(other.button, { key: 'c' });
    expect(other.onAction).not.toHaveBeenCalled();
    cleanup();
    const { button, onAction } = aMenu(true);
    fireEvent.keyDown(button, { key: 'c', ctrlKey: true });
    expect(onAction).not.toHaveBeenCalled();
  });
});
