import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useNowStep } from './use-now-step';

afterEach(cleanup);

const board = { label: 'Board', url: 'https://board.example' };

function Line({ step }: { step: Parameters<typeof useNowStep>[0] }) {
  const { isOpened, buttons } = useNowStep(step);
  return (
    <div>
      {isOpened ? 'opened' : 'not opened'}
      {buttons}
    </div>
  );
}

function show(over: { links?: (typeof board)[]; answers?: string[] }) {
  const [onDone, onAnswer] = [vi.fn(), vi.fn()];
  render(<Line step={{ key: 'list/step', links: [], answers: [], onDone, onAnswer, ...over }} />);
  return { onDone, onAnswer };
}

const press = (key: string) => fireEvent.keyDown(document.body, { key });

describe('[N23] the key of the NOW line', () => {
  it('ticks a plain step', () => {
    const { onDone } = show({});
    press('.');
    expect(onDone).toHaveBeenCalledTimes(1);
  });

  it('opens the link of a step first, and says that it is done when pressed again', () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null);
    const { onDone } = show({ links: [board] });
    expect(screen.getByRole('button', { name: 'Open Board' })).toBeTruthy();
    press('.');
    expect(open).toHaveBeenCalledWith(board.url, '_blank', 'noreferrer');
    expect(onDone).not.toHaveBeenCalled();
    expect(screen.getByText(/^opened/)).toBeTruthy();
    press('.');
    expect(onDone).toHaveBeenCalledTimes(1);
    open.mockRestore();
  });

  it('leads to the answers of a step that asks; a number is one of them, and nothing ticks it', () => {
    const { onDone, onAnswer } = show({ answers: ['one', 'both'] });
    press('.');
    expect(document.activeElement?.textContent).toBe('one');
    press('2');
    expect(onAnswer).toHaveBeenCalledWith('both');
    expect(onDone).not.toHaveBeenCalled();
  });
});
