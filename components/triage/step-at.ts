/** The checkbox that a key leads to from the one in focus; undefined when the key means nothing here. */
export function stepAt(area: HTMLElement, current: HTMLInputElement, key: string): HTMLInputElement | undefined {
  const steps = [...area.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  const index = steps.indexOf(current);
  if (key === 'ArrowDown' || key === 'j') return steps[Math.min(index + 1, steps.length - 1)];
  if (key === 'ArrowUp' || key === 'k') return steps[Math.max(index - 1, 0)];
  if (key === 'Home') return steps[0];
  return key === 'End' ? steps.at(-1) : undefined;
}
