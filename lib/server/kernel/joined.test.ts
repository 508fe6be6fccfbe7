import { describe, expect, it } from 'vitest';
import { joined } from './joined';

/** A slow oracle: answers when told to, and remembers what it was asked. */
function anOracle() {
  const asked: string[][] = [];
  const answers: ((fails?: boolean) => void)[] = [];
  const ask = joined<string>((keys) => {
    asked.push(keys);
    return new Promise((resolve, reject) => {
      answers.push((fails = false) => {
        if (fails) reject(new Error('away'));
        else resolve(new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, `${key}!`])));
      });
    });
  });
  const answer = async (fails?: boolean) => {
    await new Promise((resolve) => setImmediate(resolve));
    answers.shift()?.(fails);
  };
  return { ask, asked, answer };
}

describe('[A4] questions that come together', () => {
  it('are asked once, each key once, and each gets its own answer', async () => {
    const { ask, asked, answer } = anOracle();
    const all = Promise.all([ask('a'), ask('b'), ask('a'), ask('nobody')]);
    await answer();
    expect(await all).toEqual(['a!', 'b!', 'a!', undefined]);
    expect(asked).toEqual([['a', 'b', 'nobody']]);
  });

  it('are never answered by a read that began before they came', async () => {
    const { ask, asked, answer } = anOracle();
    const early = ask('a');
    await new Promise((resolve) => setImmediate(resolve));
    const late = [ask('a'), ask('b')];
    expect(asked).toEqual([['a']]);
    await answer();
    await early;
    await answer();
    expect(await Promise.all(late)).toEqual(['a!', 'b!']);
    expect(asked).toEqual([['a'], ['a', 'b']]);
  });

  it('fail together when the read fails, and those that come later are asked anew', async () => {
    const { ask, answer } = anOracle();
    const failing = [ask('a'), ask('b')].map((one) => expect(one).rejects.toThrow('away'));
    await answer(true);
    await Promise.all(failing);
    const next = ask('a');
    await answer();
    expect(await next).toBe('a!');
  });
});
