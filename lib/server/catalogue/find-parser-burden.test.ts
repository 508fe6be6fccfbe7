import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CatalogueKeeper } from './catalogue-keeper';
import { findParserBurden } from './find-parser-burden';

const shop = path.resolve(import.meta.dirname, '../../../e2e/fixtures/catalogues/shop');
let folder = '';
beforeAll(() => {
  folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'heavy-catalogue-')), 'catalog');
  cpSync(shop, folder, { recursive: true });
});
afterAll(() => rmSync(path.dirname(folder), { recursive: true, force: true }));

const frontMatter = '---\nid: heavy\ntitle: Heavy\nsummary: Too much.\nsource: seed\n---\n';
const lines = (unit: string, count = 24) =>
  Array.from({ length: count }, () => unit.repeat(Math.floor(1_900 / unit.length))).join('\n');

it.each([
  ['open brackets', lines('['), /^runbooks\/heavy\.md:7: expected at most 500 marks/],
  ['closed brackets', lines(']'), /:7: expected at most 500 marks/],
  ['half links', lines('[a](b'), /:7: expected at most 500 marks/],
  ['emphasis', lines('*a_ '), /:7: expected at most 500 marks/],
  ['short paragraphs, many', Array(120).fill('['.repeat(400)).join('\n\n'), /expected at most 5000 marks/],
  ['lists in lists', lines('+ '), /:7: expected at most 8 lists or quotes/],
  ['numbered lists in lists', lines('1. '), /:7: expected at most 8 lists or quotes/],
  ['quotes', lines('>'), /:7: expected at most 8 lists or quotes/],
  ['200 kB of anything', lines('word ', 105), /:1: expected at most 50000 bytes/],
])('a runbook of %s is refused by name while the last good catalogue stays', (_, body, says) => {
  const keeper = new CatalogueKeeper(folder);
  const before = keeper.current;
  const place = path.join(folder, 'runbooks/heavy.md');
  writeFileSync(place, `${frontMatter}${body}\n`);
  expect(keeper.reload()).toBe('broken');
  expect(keeper.trouble?.mistakes).toHaveLength(1);
  expect(keeper.trouble?.mistakes[0]).toMatch(says);
  expect(keeper.current).toBe(before);
  rmSync(place);
});

it('says nothing of text as people write it', () => {
  const paragraph = 'Ask **each** one for `role`, then see [the next part](other.md#part). '.repeat(20);
  expect(
    findParserBurden(
      `${paragraph}\n\n- [ ] one\n  - [ ] two\n    1. three\n\n> > quoted\n\n--------------------\n\n${paragraph}`,
    ),
  ).toBeNull();
});
