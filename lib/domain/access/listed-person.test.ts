import { expect, it } from 'vitest';
import { meFirst, sayListed } from './listed-person';

const people = ['Ada', 'Grace', 'Lin'].map((name) => ({ id: name, name, role: 'responder' as const }));

it('[T5] whoever gives something out stands first in the list, as themselves', () => {
  expect(meFirst(people, 'Grace').map(({ id }) => id)).toEqual(['Grace', 'Ada', 'Lin']);
  expect(meFirst(people, undefined)).toEqual(people);
  expect(people.map((person) => sayListed(person, 'Lin'))).toEqual(['Ada', 'Grace', 'Me, Lin']);
});
