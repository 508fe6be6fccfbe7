import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from './load-catalogue';

const shipped = path.resolve('catalog');
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A copy of the shipped folder that `change` has been at. */
function aFolder(change: (folder: string) => void = () => {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'catalogue-'));
  folders.push(folder);
  cpSync(shipped, folder, { recursive: true });
  change(folder);
  return folder;
}

/** The folder with `from` replaced by `to` in one file. The text must be there, or the test would test nothing. */
function edited(file: string, from: string | RegExp, to: string): string {
  return aFolder((folder) => {
    const place = path.join(folder, file);
    const before = readFileSync(place, 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${file} has no ${from}`);
    writeFileSync(place, after);
  });
}

function mistakesOf(folder: string): string[] {
  const loaded = loadCatalogue(folder);
  return loaded.ok ? [] : loaded.mistakes;
}

/** The line on which `text` stands first in a shipped file. */
function lineOf(file: string, text: string | RegExp): number {
  const lines = readFileSync(path.join(shipped, file), 'utf8').split('\n');
  const index = lines.findIndex((line) => (typeof text === 'string' ? line.includes(text) : text.test(line)));
  if (index < 0) throw new Error(`${file} has no ${text}`);
  return index + 1;
}

describe('the catalogue that ships', () => {
  const loaded = loadCatalogue(shipped);

  it('has no mistakes', () => {
    expect(loaded.ok ? [] : loaded.mistakes).toEqual([]);
  });

  it('[I2] has services, functions, checklists, and a default severity of its own', () => {
    if (!loaded.ok) throw new Error('not loaded');
    const { services, functions, checklists, severities, defaultSeverity, targets } = loaded.catalogue;
    for (const list of [services, functions, checklists, severities, targets]) expect(list.length).toBeGreaterThan(0);
    expect(severities.map(({ id }) => id)).toContain(defaultSeverity);
  });

  it('[I1] has a version that is the same for the same files and another for other ones', () => {
    const same = loadCatalogue(aFolder());
    const other = loadCatalogue(edited('platform.yaml', 'Veza', 'Vezu'));
    if (!loaded.ok || !same.ok || !other.ok) throw new Error('not loaded');
    expect(loaded.catalogue.version).toMatch(/^[0-9a-f]{64}$/);
    expect(same.catalogue.version).toBe(loaded.catalogue.version);
    expect(other.catalogue.version).not.toBe(loaded.catalogue.version);
  });
});

describe('a mistake names file, line and what was expected', () => {
  it.each([
    ['YAML that does not parse', edited('severities.yaml', 'severities:', 'severities: ['), /^severities\.yaml:\d+: /],
    [
      'a key that stands twice',
      edited('platform.yaml', /$/, '\nname: Again\n'),
      /^platform\.yaml:\d+: expected a key that stands once/,
    ],
    [
      'a key that nobody knows',
      edited('functions.yaml', 'name: Playback,', 'name: Playback, colour: red,'),
      new RegExp(`^functions\\.yaml:${lineOf('functions.yaml', 'playback')}: functions\\.0\\.colour: expected no key`),
    ],
    [
      'a list that is none',
      edited('platform.yaml', 'name: Veza', 'name: [Veza]'),
      /^platform\.yaml:1: name: expected text/,
    ],
    [
      'an address that is none',
      edited('targets.yaml', 'https://green', 'ftp://green'),
      new RegExp(
        `^targets\\.yaml:${lineOf('targets.yaml', 'https://green')}: targets\\.1\\.url: expected an http or https`,
      ),
    ],
    [
      'an address with a password in it',
      edited('targets.yaml', 'https://green', 'https://user:secret@green'),
      /^targets\.yaml:\d+: targets\.1\.url: expected an http or https address without user name/,
    ],
    [
      'an id that is not kebab-case',
      edited('targets.yaml', 'id: api-green', 'id: API Green'),
      new RegExp(
        `^targets\\.yaml:${lineOf('targets.yaml', 'id: api-green')}: targets\\.1\\.id: expected a kebab-case id`,
      ),
    ],
    [
      'an id that stands twice',
      edited('targets.yaml', 'id: api-green', 'id: api-blue'),
      new RegExp(
        `^targets\\.yaml:${lineOf('targets.yaml', 'id: api-green')}: targets\\.1\\.id: expected an id that stands once`,
      ),
    ],
    [
      'a default severity that there is not',
      edited('severities.yaml', 'default: SEV-2', 'default: SEV-9'),
      new RegExp(`^severities\\.yaml:${lineOf('severities.yaml', 'default:')}: default: expected one of SEV-1, SEV-2`),
    ],
    [
      'a severity that there is not',
      edited('services.yaml', 'severity: SEV-1', 'severity: SEV-0'),
      new RegExp(
        `^services\\.yaml:${lineOf('services.yaml', 'severity: SEV-1')}: services\\.0\\.down\\.severity: expected one of`,
      ),
    ],
    [
      'a function that there is not',
      edited('services.yaml', 'playback: down', 'plaiback: down'),
      new RegExp(
        `^services\\.yaml:${lineOf('services.yaml', 'playback: down')}: services\\.0\\.down\\.functions\\.plaiback: expected one of playback`,
      ),
    ],
    [
      'an effect that is none',
      edited('services.yaml', 'playback: down', 'playback: broken'),
      new RegExp(
        `^services\\.yaml:${lineOf('services.yaml', 'playback: down')}: services\\.0\\.down\\.functions\\.playback: `,
      ),
    ],
    [
      'a health key of two services, in whatever case',
      edited('services.yaml', 'redis_master, cache]', 'redis_master, DATABASE]'),
      new RegExp(
        `^services\\.yaml:${lineOf('services.yaml', 'redis_master, cache')}: services\\.\\d+\\.healthKeys\\.2: expected a key that no other service answers to; postgres-primary has`,
      ),
    ],
    [
      'a checklist without steps',
      edited('checklists.yaml', /items:[\s\S]*/, 'items: []\n'),
      /^checklists\.yaml:4: checklists\.0\.items: /,
    ],
    [
      'a step that stands twice',
      edited('checklists.yaml', 'id: read-annotation', 'id: acknowledge'),
      new RegExp(
        `^checklists\\.yaml:${lineOf('checklists.yaml', 'id: read-annotation')}: checklists\\.0\\.items\\.1\\.id: expected an id that stands once`,
      ),
    ],
    ['an empty file', aFolder((folder) => writeFileSync(path.join(folder, 'targets.yaml'), '')), /^targets\.yaml:1: /],
    [
      'a file that is missing',
      aFolder((folder) => rmSync(path.join(folder, 'services.yaml'))),
      /^services\.yaml:1: expected a readable file/,
    ],
    [
      'a folder in place of a file',
      aFolder((folder) => {
        rmSync(path.join(folder, 'platform.yaml'));
        mkdirSync(path.join(folder, 'platform.yaml'));
      }),
      /^platform\.yaml:1: expected a readable file/,
    ],
    [
      'aliases that multiply',
      aFolder((folder) => {
        const laughs = Array.from(
          { length: 9 },
          (_, level) => `a${level + 1}: &a${level + 1} [${`*a${level}, `.repeat(9)}]`,
        );
        writeFileSync(path.join(folder, 'platform.yaml'), ['a0: &a0 lol', ...laughs, 'name: *a9', ''].join('\n'));
      }),
      /^platform\.yaml:\d+: /,
    ],
    ['an alias of nothing', edited('platform.yaml', 'name: Veza', 'name: *nothing'), /^platform\.yaml:1: /],
    [
      'more than a megabyte',
      edited('platform.yaml', /$/, `# ${'x'.repeat(1_000_001)}`),
      /^platform\.yaml:1: expected at most 1000000 bytes/,
    ],
  ])('%s', (_, folder, mistake) => {
    expect(mistakesOf(folder)).toContainEqual(expect.stringMatching(mistake));
  });

  it('in each file that has one, all at once', () => {
    const folder = edited('targets.yaml', 'id: api-green', 'id: API Green');
    writeFileSync(path.join(folder, 'platform.yaml'), 'nom: Veza\n');
    const files = mistakesOf(folder).map((mistake) => mistake.split(':')[0]);
    expect(files).toEqual(expect.arrayContaining(['targets.yaml', 'platform.yaml']));
  });

  it('for a folder that is not there: one for each file', () => {
    expect(mistakesOf('/nowhere/at/all').length).toBeGreaterThanOrEqual(6);
  });
});
