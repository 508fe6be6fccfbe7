import { expect, test } from 'vitest';
import { delayAfter, KeptProcess, type Launched } from './keep-running';

test('each death in a row waits twice as long', () => {
  expect([[0], [0, 1000], [0, 1000, 2000], [0, 1, 2, 3]].map((deaths) => delayAfter(deaths))).toEqual([
    300, 600, 1200, 2400,
  ]);
});

test('a first death may be followed at once, but not the second', () => {
  expect([[0], [0, 1000], [0, 11_000]].map((deaths) => delayAfter(deaths, 0))).toEqual([0, 600, 0]);
});

test('a death long after the last one counts as the first', () => {
  expect(delayAfter([0, 100, 60_000])).toBe(300);
});

test('the fifth death within ten seconds is the last', () => {
  expect(delayAfter([0, 1000, 2000, 3000, 9000])).toBeUndefined();
  expect(delayAfter([0, 11_000, 12_000, 13_000, 20_000])).toBe(2400);
});

function fakeProcess() {
  const launches: { die(): void; isStopped: boolean }[] = [];
  const launch = async (): Promise<Launched> => {
    let die = () => {};
    const ended = new Promise<string>((resolve) => {
      die = () => resolve('killed');
    });
    const one = { die, isStopped: false };
    launches.push(one);
    const stop = async () => {
      one.isStopped = true;
      die();
    };
    return { pid: launches.length, ended, stop, kill: die };
  };
  return { launches, launch };
}

test('a process that dies is started again; one that is stopped is not', async () => {
  const { launches, launch } = fakeProcess();
  const said: string[] = [];
  let relaunched = () => {};
  const again = new Promise<void>((resolve) => {
    relaunched = resolve;
  });
  const kept = new KeptProcess({
    launch,
    onLaunched: ({ pid }) => pid === 2 && relaunched(),
    onDeath: (reason) => said.push(reason),
    onGivenUp: (reason) => said.push(`given up: ${reason}`),
  });
  await kept.start();
  launches[0]?.die();
  await again;
  await kept.stop();
  expect(said).toEqual(['killed']);
  expect(launches.map(({ isStopped }) => isStopped)).toEqual([false, true]);
});
