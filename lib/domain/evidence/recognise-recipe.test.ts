import { describe, expect, it } from 'vitest';
import { nameByRecipe, recogniseRecipe } from './recognise-recipe';

const recipes = [
  { id: 'api-log', fileName: 'incident-$(date +%Y%m%d-%H%M%S)-api.log' },
  { id: 'stream-log', fileName: 'incident-$(date +%Y%m%d-%H%M%S)-stream.log' },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell's
  { id: 'locks', fileName: 'locks-${HOST}-$(date +%s).json' },
];

describe('[E4] the capture command that a file comes from', () => {
  it.each([
    ['incident-20261122-031500-api.log', 'api-log'],
    ['/tmp/incident-20261122-031500-stream.log', 'stream-log'],
    ['C:\\temp\\incident-20261122-031500-api.log', 'api-log'],
    ['locks-db1-1795000000.json', 'locks'],
    ['incident-20261122-031500-apiXlog', null],
    ['incident--api.log', null],
    ['incident-20261122 031500-api.log', null],
    ['incident-20261122-031500-api.log.gz', null],
    [`incident-${'1'.repeat(5_000)}-api.log`, null],
    ['', null],
  ])('of %j is %s', (name, recipe) => expect(recogniseRecipe(recipes, null, name)).toBe(recipe));

  it('is the one that was said, unless the catalogue does not know it', () => {
    expect(recogniseRecipe(recipes, 'locks', 'x.txt')).toBe('locks');
    expect(recogniseRecipe(recipes, 'nonsense', 'incident-20261122-031500-api.log')).toBe('api-log');
    expect(recogniseRecipe(recipes, '__proto__', 'x')).toBeNull();
  });

  it('is none when two fit', () => {
    const twins = [...recipes, { id: 'twin', fileName: 'incident-$(date)-api.log' }];
    expect(recogniseRecipe(twins, null, 'incident-20261122-031500-api.log')).toBeNull();
  });

  it('gives a name to what came without one', () => {
    const now = '2026-11-22T03:15:00.000Z';
    expect(nameByRecipe(recipes[0], now)).toBe('incident-20261122-031500-api.log');
    expect(nameByRecipe(undefined, now)).toBe('evidence-20261122-031500');
  });
});
