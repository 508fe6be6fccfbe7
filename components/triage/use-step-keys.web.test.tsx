import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useStepKeys } from './use-step-keys';

afterEach(cleanup);

function Steps({ mayTick, onTick }: { mayTick: boolean; onTick: () => void }) {
  const area = useStepKeys(mayTick);
  return (
    <>
      <div ref={area}>
        <input type="checkbox" data-step="first" tabIndex={-1} aria-label="first" />
        <input type="checkbox" data-step="next" tabIndex={0} aria-label="next" onChange={onTick} />
      </div>
      <textarea aria-label="note" />
    </>
  );
}
const press = (key: string, on: Element = document.body) => fireEvent.keyDown(on, { key });

describe('keys on the steps, right after the page has loaded', () => {
  it.each(['j', 'k'])('%s goes to the step that Tab would reach', (key) => {
    render(<Steps mayTick onTick={() => {}} />);
    press(key);
    expect(document.activeElement).toBe(screen.getByLabelText('next'));
  });

  it('x ticks that step, and shows which by the focus', () => {
    const onTick = vi.fn();
    render(<Steps mayTick onTick={onTick} />);
    press('x');
    expect(onTick).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(screen.getByLabelText('next'));
  });

  it('leave alone who types, and tick nothing for who may not', () => {
    const onTick = vi.fn();
    const { rerender } = render(<Steps mayTick onTick={onTick} />);
    press('x', screen.getByLabelText('note'));
    rerender(<Steps mayTick={false} onTick={onTick} />);
    press('x');
    expect(onTick).not.toHaveBeenCalled();
  });
});
