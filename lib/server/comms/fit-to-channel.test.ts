import { expect, it } from 'vitest';
import { fitToChannel } from './fit-to-channel';

it('[M1] tells of fewer troubles before it cuts what was typed, and cuts the text as the last resort', () => {
  const write = ({ troubles, typed }: { troubles: number; typed: number }) =>
    `${'Trouble. '.repeat(Math.min(troubles, 9))}${'typed '.repeat(Math.min(typed, 400) / 6)}`.trim();
  expect(fitToChannel(1_000, write)).toBe(write({ troubles: 9, typed: 400 }));
  expect(fitToChannel(450, write)).toBe(write({ troubles: 5, typed: 400 }));
  expect(fitToChannel(250, write)).toBe(write({ troubles: 3, typed: 200 }));
  expect(fitToChannel(50, write)).toBe(`Trouble. ${'typed '.repeat(6)}…`);
});
