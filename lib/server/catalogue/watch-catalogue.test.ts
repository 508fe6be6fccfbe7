import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CatalogueKeeper } from './catalogue-keeper';
import { watchCatalogue } from './watch-catalogue';

const shop = path.resolve(import.meta.dirname, '../../../e2e/fixtures/catalogues/shop');
const quick = { debounceMs: 20, lookEveryMs: 60_000 };
let folder = '';
let stop = () => {};

beforeEach(() => {
  vi.stubEnv('LOG_LEVEL', 'silent');
  folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'watched-catalogue-')), 'catalog');
  cpSync(shop, folder, { recursive: true });
});
afterEach(() => {
  stop();
  stop = () => {};
  rmSync(path.dirname(folder), { recursive: true, force: true });
  vi.unstubAllEnvs();
});

const platform = (text: string) => writeFileSync(path.join(folder, 'platform.yaml'), text);
const soon = { timeout: 5_000, interval: 10 };

describe('a catalogue that changes while the console runs', () => {
  it('is replaced by a sound one', async () => {
    const keeper = new CatalogueKeeper(folder);
    const before = keeper.current;
    const outcomes: string[] = [];
    stop = watchCatalogue({ keeper, onReload: (outcome) => outcomes.push(outcome), ...quick });
    platform('name: Lantern Ltd\n');
    await vi.waitFor(() => expect(keeper.current.platform).toBe('Lantern Ltd'), soon);
    expect(keeper.current.version).not.toBe(before.version);
    expect(before.platform).toBe('Lantern Goods');
    expect(outcomes).toContain('changed');
  });

  it('stays the last good one while the files are broken, and says since when and what', async () => {
    const keeper = new CatalogueKeeper(folder);
    stop = watchCatalogue({ keeper, ...quick });
    platform('nom: Lantern\n');
    await vi.waitFor(() => expect(keeper.trouble).not.toBeNull(), soon);
    const { since = '' } = keeper.trouble ?? {};
    expect(Date.parse(since)).toBeGreaterThan(Date.now() - 60_000);
    expect(keeper.trouble?.mistakes[0]).toBe('platform.yaml:1: nom: expected no key “nom” here');
    expect(keeper.current.platform).toBe('Lantern Goods');
    platform('name: 7\n');
    await vi.waitFor(() => expect(keeper.trouble?.mistakes[0]).toMatch(/name: expected text/), soon);
    expect(keeper.trouble?.since).toBe(since);
    platform('name: Lantern again\n');
    await vi.waitFor(() => expect(keeper.trouble).toBeNull(), soon);
    expect(keeper.current.platform).toBe('Lantern again');
  });

  it('is read again when a runbook changes, also in a folder that was made anew', async () => {
    const keeper = new CatalogueKeeper(folder);
    stop = watchCatalogue({ keeper, ...quick });
    const runbooks = path.join(folder, 'runbooks');
    rmSync(runbooks, { recursive: true });
    await vi.waitFor(() => expect(keeper.trouble).not.toBeNull(), soon);
    mkdirSync(runbooks);
    await new Promise((resolve) => setTimeout(resolve, 100));
    cpSync(path.join(shop, 'runbooks'), runbooks, { recursive: true });
    await vi.waitFor(() => expect(keeper.trouble).toBeNull(), soon);
  });

  it('is read again on SIGHUP', async () => {
    const keeper = new CatalogueKeeper(folder);
    const onReload = vi.fn();
    stop = watchCatalogue({ keeper, onReload, ...quick });
    process.emit('SIGHUP');
    expect(onReload).toHaveBeenCalledExactlyOnceWith('same');
    stop();
    process.emit('SIGHUP');
    expect(onReload).toHaveBeenCalledTimes(1);
  });

  it('is found by looking when a link to the folder was switched, which sends no word', async () => {
    const link = path.join(path.dirname(folder), 'current');
    symlinkSync(folder, link);
    const keeper = new CatalogueKeeper(link);
    stop = watchCatalogue({ keeper, debounceMs: 20, lookEveryMs: 50 });
    const next = `${folder}-2`;
    cpSync(shop, next, { recursive: true });
    writeFileSync(path.join(next, 'platform.yaml'), 'name: Second release\n');
    symlinkSync(next, `${link}.new`);
    renameSync(`${link}.new`, link);
    await vi.waitFor(() => expect(keeper.current.platform).toBe('Second release'), soon);
  });

  it('survives the folder going away', async () => {
    const keeper = new CatalogueKeeper(folder);
    stop = watchCatalogue({ keeper, debounceMs: 20, lookEveryMs: 50 });
    renameSync(folder, `${folder}-away`);
    await vi.waitFor(() => expect(keeper.trouble).not.toBeNull(), soon);
    renameSync(`${folder}-away`, folder);
    await vi.waitFor(() => expect(keeper.trouble).toBeNull(), soon);
    expect(keeper.current.platform).toBe('Lantern Goods');
  });

  it('nothing starts with a broken one', () => {
    unlinkSync(path.join(folder, 'platform.yaml'));
    expect(() => new CatalogueKeeper(folder)).toThrow(
      'the catalogue has mistakes:\n  platform.yaml:1: expected a readable file',
    );
  });
});
