import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '@/lib/testing/fresh-database';
import { cutOff, setNodeEnvironment } from '@/lib/testing/node-environment';
import { getCatalogue } from '../catalogue/get-catalogue';
import { database } from '../kernel/database';
import { getRowKnowledge } from './get-row-knowledge';
import { listBrokenBookmarks } from './list-broken-bookmarks';

const shop = path.resolve(import.meta.dirname, '../../../e2e/fixtures/catalogues/shop');
let fresh: FreshDatabase;
let folder = '';
beforeAll(async () => {
  fresh = await freshDatabase();
  folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'bookmarks-')), 'catalog');
  cpSync(shop, folder, { recursive: true });
  setNodeEnvironment(fresh.url, { CATALOG_DIR: folder, BOOKMARK_CHECKS: 'on' });
});
afterAll(async () => {
  await database().$disconnect();
  await fresh.drop();
  rmSync(path.dirname(folder), { recursive: true, force: true });
});

const since = new Date('2026-11-22T02:00:00Z');
const check = (bookmarkId: string, url: string, isAlive: boolean) =>
  database().bookmarkCheck.create({
    data: { bookmarkId, url, isAlive, detail: 'connection refused', checkedAt: new Date(), since },
  });

it('[D11] lists what did not answer, by the name people use, and only under today’s address', async () => {
  const [bookmark] = getCatalogue().bookmarks;
  expect(await listBrokenBookmarks()).toEqual([]);
  await check(bookmark?.id ?? '', 'https://an.older.example/address', false);
  expect(await listBrokenBookmarks()).toEqual([]);
  await database().bookmarkCheck.deleteMany();
  await check(bookmark?.id ?? '', bookmark?.url ?? '', false);
  const { id, label: name, url } = bookmark ?? {};
  const expected = [{ id, name, url, detail: 'connection refused', since: since.toISOString() }];
  expect(await listBrokenBookmarks()).toEqual(expected);
  const using = getCatalogue().services.find(({ dashboards }) => dashboards.includes(id ?? ''));
  expect((await getRowKnowledge(using?.id ?? ''))?.broken).toEqual(expected);
  expect(await getRowKnowledge('nobody')).toBeNull();
});

it('[P7] says nothing rather than fail while the database is away', async () => {
  const heal = await cutOff(fresh.url);
  expect(await listBrokenBookmarks()).toEqual([]);
  await heal();
});
