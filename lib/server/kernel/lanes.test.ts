import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isDatabaseTrouble } from './database-trouble';
import { Lanes } from './lanes';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Work that lasts until it is told to end. */
function work(lanes: Lanes, key: string, began: string[], name: string) {
  let end = () => {};
  const until = new Promise<void>((resolve) => {
    end = resolve;
  });
  const done = lanes.run(key, async () => {
    began.push(name);
    await until;
    return name;
  });
  return { done, end };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('[K3] lanes', () => {
  it('let one in at a time for each key, in the order of arrival, and other keys at once', async () => {
    const lanes = new Lanes();
    const began: string[] = [];
    const [first, second, other] = [
      work(lanes, 'A', began, 'a1'),
      work(lanes, 'A', began, 'a2'),
      work(lanes, 'B', began, 'b1'),
    ];
    await settle();
    expect(began).toEqual(['a1', 'b1']);
    first.end();
    await settle();
    expect(began).toEqual(['a1', 'b1', 'a2']);
    second.end();
    other.end();
    expect(await Promise.all([first.done, second.done, other.done])).toEqual(['a1', 'a2', 'b1']);
  });

  it('go on after work that fails', async () => {
    const lanes = new Lanes();
    const failing = lanes.run('A', async () => {
      throw new Error('no');
    });
    const next = lanes.run('A', async () => 'next');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('next');
  });

  it('turn away whoever has waited for 2 s, as a database that is busy, and let the rest wait on', async () => {
    const lanes = new Lanes();
    const began: string[] = [];
    const slow = work(lanes, 'A', began, 'slow');
    const turnedAway = work(lanes, 'A', began, 'turned away').done.catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(1_500);
    const patient = work(lanes, 'A', began, 'patient');
    await vi.advanceTimersByTimeAsync(500);
    expect(isDatabaseTrouble(await turnedAway)).toBe(true);
    slow.end();
    patient.end();
    expect(await patient.done).toBe('patient');
    expect(began).toEqual(['slow', 'patient']);
    expect(vi.getTimerCount()).toBe(0);
  });
});
