import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NoteComposer } from './note-composer';
import { pastMoment } from './past-moment';
import type { RefusedNote } from './refused-note';
import { offeredKinds, readSlash } from './slash-command';

const onSend = vi.fn();
const onDismiss = vi.fn();
const open = (refused: RefusedNote[] = []) =>
  render(<NoteComposer number="INC-2026-0001" refused={refused} onSend={onSend} onDismiss={onDismiss} />);
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });
const press = (key: string, more = {}) => fireEvent.keyDown(field(), { key, ...more });

beforeEach(() => {
  localStorage.clear();
  vi.clearAllMocks();
});
afterEach(cleanup);

describe('[L1] the composer', () => {
  it('offers the kinds after /, walked by arrows and taken by Enter', () => {
    open();
    type('/');
    expect(screen.getAllByRole('option')).toHaveLength(5);
    press('ArrowDown');
    const active = field().getAttribute('aria-activedescendant') ?? '';
    expect(document.getElementById(active)?.textContent).toMatch(/^Decision/);
    press('Enter');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(field().value).toBe('');
    expect(screen.getByRole('button', { name: 'Add decision' })).toBeTruthy();
  });

  it('takes a kind that is typed whole, and leaves paths alone', () => {
    open();
    type('/finding node 3 is gone');
    expect(field().value).toBe('node 3 is gone');
    press('Enter', { ctrlKey: true });
    expect(onSend).toHaveBeenCalledWith('node 3 is gone', 'finding', undefined);
    type('/var/log is full');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(field().value).toBe('/var/log is full');
  });

  it('closes the list with Escape and keeps what was typed', () => {
    open();
    type('/d');
    press('Escape');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(field().value).toBe('/d');
  });

  it('[P2] keeps text, kind and time through a reload', () => {
    open();
    type('/hypothesis the switch');
    cleanup();
    open();
    expect(field().value).toBe('the switch');
    expect(screen.getByRole('button', { name: 'Add hypothesis' })).toBeTruthy();
  });

  it('sends when it happened, and begins anew with a note of now', () => {
    open();
    type('seen on the dashboard');
    fireEvent.click(screen.getByRole('button', { name: 'Earlier…' }));
    fireEvent.change(screen.getByLabelText('Happened at, UTC'), { target: { value: '03:05' } });
    fireEvent.click(screen.getByRole('button', { name: 'Add note' }));
    expect(onSend).toHaveBeenCalledWith('seen on the dashboard', 'note', expect.stringMatching(/T03:05:00\.000Z$/));
    expect(screen.getByRole('button', { name: 'Earlier…' })).toBeTruthy();
  });

  it('[P2] takes a refused entry back with its kind', () => {
    open([{ commandId: 'c', words: 'No.', text: 'keep the cache', kind: 'decision' }]);
    fireEvent.click(screen.getByRole('button', { name: 'Put it back in the field' }));
    expect(field().value).toBe('keep the cache');
    expect(screen.getByRole('button', { name: 'Add decision' })).toBeTruthy();
    expect(onDismiss).toHaveBeenCalledWith('c');
  });

  it('sends nothing that is empty or too long', () => {
    open();
    press('Enter', { ctrlKey: true });
    type('x'.repeat(20_001));
    press('Enter', { ctrlKey: true });
    expect(onSend).not.toHaveBeenCalled();
    expect(field().value).toHaveLength(20_001);
  });
});

describe('slash words', () => {
  it('narrow with every letter', () => {
    expect(
      [offeredKinds('/'), offeredKinds('/d'), offeredKinds('/zz'), offeredKinds('a /d')].map((kinds) => kinds.length),
    ).toEqual([5, 1, 0, 0]);
    expect(readSlash('/Decision\nkeep')).toEqual({ kind: 'decision', text: 'keep' });
    expect(readSlash('/decisions keep')).toBeNull();
  });
});

describe('a time that is told later', () => {
  it('is never in the future: after midnight it was yesterday', () => {
    const now = Date.parse('2026-11-22T00:10:00Z');
    expect(pastMoment('00:05', now)).toBe('2026-11-22T00:05:00.000Z');
    expect(pastMoment('23:50', now)).toBe('2026-11-21T23:50:00.000Z');
    expect([pastMoment('', now), pastMoment('25:00', now), pastMoment('aa:bb', now)]).toEqual([null, null, null]);
  });
});
