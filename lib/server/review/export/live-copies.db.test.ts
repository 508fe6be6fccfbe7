import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EvidenceItem } from '@/lib/domain/evidence/evidence';
import { aWriteDoor, type TestDoor } from '@/lib/testing/a-write-door';
import { aFolder } from '@/lib/testing/an-export';
import { setNodeEnvironment } from '@/lib/testing/node-environment';
import { database } from '../../kernel/database';
import { liveCopies } from './live-copies';

// Made up, and put together here so that no scanner of this repository takes it for a real one.
const canary = ['password', '=', 'Tr0ub4dor', '-and-3-more'].join('');
const log = `2026-11-22 03:10 starting\n${canary}\ndone\n`;

let door: TestDoor;
let folder: Awaited<ReturnType<typeof aFolder>>;
beforeAll(async () => {
  [door, folder] = await Promise.all([aWriteDoor(), aFolder()]);
  setNodeEnvironment(door.url, { DATA_DIR: folder.at('data') });
});
afterAll(async () => {
  await database().$disconnect();
  await Promise.all([door.close(), folder.remove()]);
});

/** A file that the store holds. */
async function stored(name: string, bytes: Buffer): Promise<EvidenceItem> {
  const id = randomUUID();
  const file = folder.at(path.join('data/evidence', id));
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, bytes);
  const [sizeBytes, at] = [BigInt(bytes.length), new Date()];
  const facts = {
    id,
    name,
    incidentNumber: 'INC-2026-0001',
    objectKey: id,
    sizeBytes,
    sha256: '',
    mediaType: 'x',
    way: 'pipe',
  };
  await database().evidenceObject.create({
    data: { ...facts, by: {}, receivedAt: at, capturedAt: at, place: 'store', node: 'n' },
  });
  return { evidenceId: id } as EvidenceItem;
}

describe('[E7] evidence on its way into an export', () => {
  it.each([
    ['plain', Buffer.from(log)],
    ['packed', gzipSync(log)],
    ['in UTF-16', Buffer.from(`\ufeff${log}`, 'utf16le')],
  ])('is masked when it is text, also %s; the original stays', async (name, bytes) => {
    const item = await stored(name, bytes);
    const masked = await liveCopies().masked(item);
    const said = masked ? await text(masked) : '';
    expect(said).toContain('2026-11-22 03:10 starting');
    expect(said).toContain('‹masked: ');
    expect(said).not.toContain('Tr0ub4dor');
    const chunks: Buffer[] = [];
    for await (const chunk of await liveCopies().original(item)) chunks.push(chunk);
    expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
  });

  it('is left out when it is no text', async () => {
    expect(await liveCopies().masked(await stored('picture', Buffer.from('89504e470d0a1a0a00', 'hex')))).toBeNull();
  });
});
