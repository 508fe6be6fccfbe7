import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../testing/fresh-database';
import { applyMigrations } from './apply-migrations';

let folder: string;
let database: FreshDatabase;
let client: pg.Client;

function write(name: string, sql: string): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, 'migration.sql'), sql);
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'migrations-'));
  database = await freshDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  await client.query('DROP TABLE IF EXISTS _prisma_migrations');
  write('20260101000000_one', 'CREATE TABLE mig_one (id int);\nINSERT INTO mig_one VALUES (1);');
  write('20260102000000_two', 'CREATE TABLE mig_two (id int);');
});

afterEach(async () => {
  await client.end();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

test('applies what is missing, in order, and notes it as prisma does', async () => {
  expect(await applyMigrations(database.url, folder)).toEqual(['20260101000000_one', '20260102000000_two']);
  expect(await applyMigrations(database.url, folder)).toEqual([]);
  const { rows } = await client.query('SELECT * FROM _prisma_migrations ORDER BY migration_name');
  expect(rows).toHaveLength(2);
  expect(rows[1]).toMatchObject({
    checksum: createHash('sha256').update('CREATE TABLE mig_two (id int);').digest('hex'),
    migration_name: '20260102000000_two',
    applied_steps_count: 1,
    logs: null,
    rolled_back_at: null,
  });
  expect(rows[1].finished_at).toBeInstanceOf(Date);
});

test('starts at the same time wait for each other', async () => {
  const results = await Promise.all(Array.from({ length: 5 }, () => applyMigrations(database.url, folder)));
  expect(results.flat().sort()).toEqual(['20260101000000_one', '20260102000000_two']);
});

test('keeps nothing of a migration that fails', async () => {
  write('20260103000000_three', 'CREATE TABLE mig_three (id int); SELECT 1/0;');
  await expect(applyMigrations(database.url, folder)).rejects.toThrow(/20260103000000_three failed.*division by zero/);
  const { rows } = await client.query("SELECT to_regclass('mig_three') AS three, to_regclass('mig_two')::text AS two");
  expect(rows[0]).toEqual({ three: null, two: 'mig_two' });
  write('20260103000000_three', 'CREATE TABLE mig_three (id int);');
  expect(await applyMigrations(database.url, folder)).toEqual(['20260103000000_three']);
});

test('refuses a migration that was changed, but not changed line ends', async () => {
  await applyMigrations(database.url, folder);
  write('20260101000000_one', 'CREATE TABLE mig_one (id int);\r\nINSERT INTO mig_one VALUES (1);');
  expect(await applyMigrations(database.url, folder)).toEqual([]);
  write('20260101000000_one', 'CREATE TABLE mig_one (id bigint);');
  await expect(applyMigrations(database.url, folder)).rejects.toThrow(/20260101000000_one was changed/);
});

test('refuses a database that a newer release used', async () => {
  await applyMigrations(database.url, folder);
  rmSync(path.join(folder, '20260102000000_two'), { recursive: true });
  await expect(applyMigrations(database.url, folder)).rejects.toThrow(/20260102000000_two, which this release/);
});
