import { expect, it } from 'vitest';
import { slug } from './slug';

it.each([
  ['API down', 60, 'api-down'],
  ['  Which one, and when?  ', 60, 'which-one-and-when'],
  ['Café `docker logs`', 60, 'cafe-docker-logs'],
  ['Restart the broken instance', 16, 'restart-the'],
  ['Donaudampfschifffahrt', 10, 'donaudampf'],
  ['再起動する', 60, '再起動する'],
  ['!?', 60, ''],
])('“%s” in %i is “%s”', (text, most, wanted) => {
  expect(slug(text, most)).toBe(wanted);
});
