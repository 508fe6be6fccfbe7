import { expect, test } from 'vitest';
import { claimsOf, FOUR_PEOPLE, readPeople } from './people';

test('the four are there, each with a subject of its own', () => {
  expect(readPeople(undefined)).toEqual(FOUR_PEOPLE);
  expect(new Set(FOUR_PEOPLE.map(({ id }) => id)).size).toBe(4);
});

test('a test adds people, and changes the groups of one of the four', () => {
  const people = readPeople(
    '[{"id":"nina","name":"Nina","groups":[]},{"id":"rafael-ortiz","name":"Rafael Ortiz","groups":["incident-leads"]}]',
  );
  expect(people).toHaveLength(5);
  expect(people.find(({ id }) => id === 'rafael-ortiz')?.groups).toEqual(['incident-leads']);
});

test('name and groups are told', () => {
  expect(FOUR_PEOPLE[0] && claimsOf(FOUR_PEOPLE[0])).toMatchObject({
    sub: 'camille-roux',
    name: 'Camille Roux',
    groups: ['incident-commanders'],
  });
});
