import { describe, expect, it } from 'vitest';
import { markInstance } from './mark-instance';

const recipe = {
  perInstance: [
    { target: 'blue', name: 'api_blue' },
    { target: 'green', name: 'api_green' },
  ],
};
const health = (blue: string, green: string) => [
  { targetId: 'blue', targetName: 'API blue', status: blue },
  { targetId: 'green', targetName: 'API green', status: green },
];

describe('[E14] of which instance a capture is', () => {
  it('is doubted when it answers and the other one is out', () => {
    const doubt = { reason: 'other_instance', instead: 'API blue' };
    const instance = { id: 'green', name: 'API green' };
    for (const status of ['down', 'unknown'])
      expect(markInstance(recipe, 'green', health(status, 'ok'))).toEqual({ instance, doubt });
  });

  it.each([
    ['it is the one that is out', 'green', 'ok', 'down'],
    ['both are out', 'green', 'down', 'down'],
    ['nothing is known of either', 'green', 'unknown', 'unknown'],
    ['both answer', 'green', 'ok', 'ok'],
  ])('is taken when %s', (_, asked, blue, green) => {
    expect(markInstance(recipe, asked, health(blue, green))).toEqual({ instance: { id: 'green', name: 'API green' } });
  });

  it('is nothing where nobody said, or the recipe knows no such instance', () => {
    expect(markInstance(recipe, null, health('down', 'ok'))).toEqual({});
    expect(markInstance(recipe, 'red', health('down', 'ok'))).toEqual({});
    expect(markInstance({}, 'blue', health('down', 'ok'))).toEqual({});
    expect(markInstance(recipe, 'blue', [])).toEqual({ instance: { id: 'blue', name: 'blue' } });
  });
});
