import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { aCatalogue } from '@/lib/testing/a-catalogue';
import { eventually } from '@/lib/testing/eventually';
import { type FreshDatabase, freshDatabase } from '@/lib/testing/fresh-database';
import { cutOff, setNodeEnvironment } from '@/lib/testing/node-environment';
import { database } from '../kernel/database';
import { getCatalogueVersion, keepCatalogueVersion } from './catalogue-versions';
import { catalogueKeeper, getCatalogue } from './get-catalogue';
import { keepVersions } from './keep-versions';

const shop = path.resolve(import.meta.dirname, '../../../e2e/fixtures/catalogues/shop');
let fresh: FreshDatabase;
let folder = '';
beforeAll(async () => {
  fresh = await freshDatabase();
  folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'kept-catalogue-')), 'catalog');
  cpSync(shop, folder, { recursive: true });
  setNodeEnvironment(fresh.url, { CATALOG_DIR: folder });
});
afterAll(async () => {
  await database().$disconnect();
  await fresh.drop();
  rmSync(path.dirname(folder), { recursive: true, force: true });
});

let stop = () => {};
afterEach(() => {
  stop();
  vi.useRealTimers();
});

const change = (name: string) => {
  writeFileSync(path.join(folder, 'platform.yaml'), `name: ${name}\n`);
  expect(catalogueKeeper().reload()).toBe('changed');
};
const isKept = async (id: string) => (await database().catalogueVersion.count({ where: { id } })) === 1;

describe('[I10] a version of the catalogue', () => {
  it('is the one in use without asking the database, and nothing for a version nobody kept', async () => {
    const { version, platform, checklists } = getCatalogue();
    expect(await isKept(version)).toBe(false);
    expect(await getCatalogueVersion(version)).toMatchObject({ platform, checklists });
    expect(await getCatalogueVersion('f'.repeat(64))).toBeNull();
  });

  it('has the steps of each runbook as a checklist, with part, gate and evidence', async () => {
    const content = await getCatalogueVersion(getCatalogue().version);
    const { runbooks } = getCatalogue();
    const gated = runbooks.find(({ items }) => items.some(({ gate }) => gate));
    const list = content?.runbookChecklists.find(({ id }) => id === gated?.id);
    expect(list?.items.map(({ id }) => id)).toEqual(gated?.items.map(({ id }) => id));
    const index = gated?.items.findIndex(({ gate }) => gate) ?? -1;
    expect(list?.items[index]).toMatchObject({ gate: 'mitigation', needs: gated?.items[index]?.needs });
    expect(gated?.headings).toContainEqual(expect.objectContaining(list?.items[index]?.heading));
  });

  it('outlives the files: kept while in use, and read when they have changed', async () => {
    stop = keepVersions();
    const { version: before, platform } = getCatalogue();
    await eventually(async () => expect(await isKept(before)).toBe(true));
    change('Lantern Ltd');
    await eventually(async () => expect(await isKept(getCatalogue().version)).toBe(true));
    expect(await getCatalogueVersion(before)).toMatchObject({ platform });
    expect(await getCatalogueVersion(getCatalogue().version)).toMatchObject({ platform: 'Lantern Ltd' });
  });

  it('is the same for every node, whoever keeps it first, and comes back as it was', async () => {
    const catalogue = aCatalogue({ version: 'b'.repeat(64) });
    await Promise.all([1, 2, 3].map(() => keepCatalogueVersion(catalogue)));
    await keepCatalogueVersion({ ...catalogue, platform: 'another one' });
    const content = await getCatalogueVersion(catalogue.version);
    expect(content).toMatchObject({ platform: 'Testbed', checklists: catalogue.checklists });
    expect(content?.services).toEqual(catalogue.services.map(({ id, name }) => ({ id, name })));
  });

  it('is never changed nor taken away', async () => {
    await expect(database().$executeRaw`UPDATE catalogue_version SET content = '{}'`).rejects.toThrow(/kept as they/);
    await expect(database().$executeRaw`DELETE FROM catalogue_version`).rejects.toThrow(/kept as they/);
    await expect(database().$executeRaw`TRUNCATE catalogue_version`).rejects.toThrow(/kept as they/);
  });

  it('[P7] is kept later when the database is away while the files change', async () => {
    const heal = await cutOff(fresh.url);
    change('Lantern without a database');
    const { version } = getCatalogue();
    stop = keepVersions();
    expect(await getCatalogueVersion(version)).toMatchObject({ platform: 'Lantern without a database' });
    await heal();
    await eventually(async () => expect(await isKept(version)).toBe(true));
  });
});
