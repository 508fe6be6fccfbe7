import { describe, expect, it } from 'vitest';
import { chosenCaptures, firstChoice, optionsOf } from './chosen-captures';

const recipe = {
  ...{ id: 'api-log', title: 'API log', command: 'docker logs api_blue > /tmp/api.log', fileName: 'api.log' },
  perInstance: [
    { target: 'api-blue', name: 'api_blue' },
    { target: 'api-green', name: 'api_green' },
  ],
};
const plain = { ...recipe, perInstance: undefined };
const live = (blue: boolean, green: boolean) => [
  { id: 'api-blue', name: 'API blue', isOut: blue },
  { id: 'api-green', name: 'API green', isOut: green },
];
const commands = (choice: string) => chosenCaptures(recipe, choice).map(({ command }) => command);

describe('[E14] which instance a capture is offered for', () => {
  it.each([
    [true, false, 'api-blue'],
    [false, true, 'api-green'],
    [true, true, 'all'],
    [false, false, 'all'],
  ])('blue out: %s, green out: %s → %s first', (blue, green, choice) => {
    expect(firstChoice(recipe, live(blue, green))).toBe(choice);
  });

  it('is each of them, and both', () => {
    expect(optionsOf(recipe, live(true, false)).map(({ label }) => label)).toEqual([
      'API blue, which is out',
      'API green',
      'Both',
    ]);
    expect(commands('api-green')).toEqual(['docker logs api_green']);
    expect(commands('all')).toEqual(['docker logs api_blue', 'docker logs api_green']);
  });

  it('is nothing to choose where it runs in one place, or health knows none of them', () => {
    expect(optionsOf(plain, live(true, true))).toEqual([]);
    expect(chosenCaptures(plain, 'all')).toHaveLength(1);
    expect(optionsOf(recipe, []).map(({ label }) => label)).toEqual(['api-blue', 'api-green', 'Both']);
  });
});
