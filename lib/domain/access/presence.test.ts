import { describe, expect, it } from 'vitest';
import { gatherPresent, type PresentPerson } from './presence';
import type { AccessRole } from './role';

const person = (id: string, role: AccessRole = 'responder', name = id): PresentPerson => ({ id, name, role });
const crowd = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => person(String(from + index).padStart(4, '0')));

describe('[A8] who is here', () => {
  it('counts a person once, whatever number of tabs and nodes sees them', () => {
    const one = { people: [person('a'), person('b')], more: 0 };
    expect(gatherPresent([one, one, { people: [person('b'), person('c')], more: 0 }])).toEqual({
      people: [person('a'), person('b'), person('c')],
      more: 0,
    });
  });

  it('names whoever may do most first, viewers too, in the same order everywhere', () => {
    const people = [person('v', 'viewer'), person('c', 'commander'), person('z', 'lead'), person('b', 'lead')];
    const names = (list: PresentPerson[]) => gatherPresent([{ people: list, more: 0 }]).people.map(({ id }) => id);
    expect(names(people)).toEqual(['b', 'z', 'c', 'v']);
    expect(names([...people].reverse())).toEqual(['b', 'z', 'c', 'v']);
  });

  it('names thirty and counts the others, here and elsewhere', () => {
    const { people, more } = gatherPresent([{ people: crowd(1_000), more: 0 }]);
    expect([people.length, more]).toEqual([30, 970]);
    const both = gatherPresent([
      { people, more },
      { people: crowd(20, 5_000), more: 7 },
    ]);
    expect(both.people.length + both.more).toBe(1_027);
  });

  it('is nobody when nobody is', () => {
    expect(gatherPresent([])).toEqual({ people: [], more: 0 });
  });
});
