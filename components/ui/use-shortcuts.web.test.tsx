import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { switchShortcuts } from './shortcut-switch';
import { useShortcuts } from './use-shortcuts';

const declare = vi.fn();
const go = vi.fn();

function Page() {
  useShortcuts({ d: declare, 'g d': go });
  return (
    <>
      <input aria-label="text" />
      <input type="checkbox" aria-label="box" />
    </>
  );
}

afterEach(() => {
  switchShortcuts(true);
  document.body.innerHTML = '';
  vi.clearAllMocks();
});

it('fires on the page and on a checkbox, not while typing and not with a modifier', () => {
  render(<Page />);
  fireEvent.keyDown(document.body, { key: 'd' });
  fireEvent.keyDown(screen.getByLabelText('box'), { key: 'd' });
  fireEvent.keyDown(screen.getByLabelText('text'), { key: 'd' });
  fireEvent.keyDown(document.body, { key: 'd', ctrlKey: true });
  expect(declare).toHaveBeenCalledTimes(2);
});

it('reads two keys as one sequence', () => {
  render(<Page />);
  fireEvent.keyDown(document.body, { key: 'g' });
  fireEvent.keyDown(document.body, { key: 'd' });
  expect(go).toHaveBeenCalledTimes(1);
  expect(declare).not.toHaveBeenCalled();
});

it('takes the next key by itself once a sequence has run', () => {
  render(<Page />);
  const press = vi.fn();
  const OtherPart = () => {
    useShortcuts({ '.': press });
    return null;
  };
  render(<OtherPart />);
  for (const key of ['g', 'd', '.', 'd']) fireEvent.keyDown(document.body, { key });
  expect(go).toHaveBeenCalledTimes(1);
  expect(press).toHaveBeenCalledTimes(1);
  expect(declare).toHaveBeenCalledTimes(1);
});

it('can be turned off', () => {
  switchShortcuts(false);
  render(<Page />);
  fireEvent.keyDown(document.body, { key: 'd' });
  expect(declare).not.toHaveBeenCalled();
});
