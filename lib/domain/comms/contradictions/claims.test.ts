import { expect, it } from 'vitest';
import { claimsOf } from './claims';

it.each([
  ['Login fails, and search works.', ['bad', 'fine']],
  ['Login does not work.', ['bad']],
  ['La connexion échoue.', ['bad']],
  ['Les envois sont dégradés ; la recherche fonctionne.', ['bad', 'fine']],
  ['Nous cherchons la cause.', []],
])('[M10] what “%s” claims', (text, claims) => {
  expect(claimsOf(text)).toEqual(claims);
});
