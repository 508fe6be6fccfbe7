import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ClassPicker } from './class-picker';

afterEach(cleanup);

const failureClass = { id: 'errors', symptom: 'Everything fails', cause: 'c', runbooks: ['a', 'b'], signals: [] };
const known = { id: 'errors', symptom: 'Everything fails', cause: 'c' };

function show(over: Partial<Parameters<typeof ClassPicker>[0]>) {
  const [onSet, onNone, onOpen] = [vi.fn(), vi.fn(), vi.fn()];
  const ranked = [{ failureClass, because: 'Store is down' }];
  render(
    <ClassPicker
      {...{ ranked, known: null, leftMs: 60_000, maySet: true, asOf: null, onSet, onNone, onOpen }}
      {...over}
    />,
  );
  return { onSet, onNone, onOpen };
}

describe('[T16] when no class fits', () => {
  it('says so by one click, and the clock stays beside it', () => {
    const { onNone } = show({});
    fireEvent.click(screen.getByRole('button', { name: 'None of these' }));
    expect(onNone).toHaveBeenCalledTimes(1);
    cleanup();
    show({ noneFits: true });
    expect(screen.getByText('None of these fits')).toBeTruthy();
    expect(screen.getByText(/to classify$/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Change' }));
    expect(screen.getByRole('button', { name: /Everything fails/ })).toBeTruthy();
  });

  it('[T8] offers the other runbooks of a known class', () => {
    const { onOpen } = show({ known, also: [{ id: 'b', title: 'Network' }] });
    fireEvent.click(screen.getByRole('button', { name: 'Network' }));
    expect(onOpen).toHaveBeenCalledWith('b');
  });

  it('offers nothing to who may not set it', () => {
    show({ known, also: [{ id: 'b', title: 'Network' }], maySet: false });
    expect(screen.queryByRole('button')).toBeNull();
  });
});
