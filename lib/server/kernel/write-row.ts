import 'server-only';
import { createHash } from 'node:crypto';
import type { Statement } from './write-transaction';

/** A row of a table: the columns' names in camelCase, values as JSON has them, bytes through `inHex`. */
type Row = Readonly<Record<string, unknown>> & { id: string };

/** Bytes as PostgreSQL reads them from a text. */
export function inHex(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes).toString('hex')}`;
}

/** Inserts the row. Whatever properties it has are its columns; PostgreSQL knows their types. */
export function insertRow(table: string, row: Row): Statement {
  const columns = columnsOf(row);
  const text = `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::${table}, $1)`;
  return { name: nameOf(text), text, values: [inColumns(row)] };
}

/** Updates the row with this `id`, all its columns. */
export function updateRow(table: string, row: Row): Statement {
  const columns = columnsOf(row);
  const text = `UPDATE ${table} SET (${columns}) = (SELECT ${columns} FROM jsonb_populate_record(NULL::${table}, $1)) WHERE id = $2`;
  return { name: nameOf(text), text, values: [inColumns(row), row.id] };
}

/** A prepared statement's name stands for one text only, and has to be short. */
function nameOf(text: string): string {
  return `row-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
}

function columnOf(property: string): string {
  if (!/^[a-zA-Z]+$/.test(property)) throw new Error(`${property} cannot be a column`);
  return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function columnsOf(row: Row): string {
  return Object.keys(row).map(columnOf).join(', ');
}

/** The row as JSON by the names of its columns, as `jsonb_populate_record` takes it. */
export function inColumns(row: Row): string {
  return JSON.stringify(Object.fromEntries(Object.entries(row).map(([name, value]) => [columnOf(name), value])));
}
