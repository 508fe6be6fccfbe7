import { expect, it } from 'vitest';
import { withFullStop, withoutFullStop } from './end-sentence';

it.each([
  ['We are moving uploads to node 4', 'We are moving uploads to node 4.'],
  ['We are moving them. ', 'We are moving them.'],
  ['Nous déplaçons les envois', 'Nous déplaçons les envois.'],
  ['Pourquoi ?', 'Pourquoi ?'],
  ['It is “full”', 'It is “full”.'],
  ['It said “it is full.”', 'It said “it is full.”'],
  ['Moving them (half is done)', 'Moving them (half is done).'],
  ['More follows…', 'More follows…'],
  ['', ''],
])('[M2] “%s” is said as a sentence: “%s”', (typed, sentence) => {
  expect(withFullStop(typed)).toBe(sentence);
});

it.each([
  ['A drive died.', 'A drive died'],
  ['A drive died', 'A drive died'],
  ['Pourquoi ?', 'Pourquoi'],
  ['The drives, the cable...', 'The drives, the cable...'],
])('[M2] “%s” is given to a template that ends the sentence as “%s”', (typed, part) => {
  expect(withoutFullStop(typed)).toBe(part);
});
