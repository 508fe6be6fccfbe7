import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFolder } from '@/lib/testing/a-folder';
import { anS3Server, type TestS3 } from '@/lib/testing/an-s3-server';
import { hashStream } from '../hash-file';
import type { EvidenceStore, StoredObject } from './evidence-store';
import { FileStore } from './file-store';
import { NoSuchObject } from './no-such-object';
import { connectS3 } from './s3-connection';
import { S3Store } from './s3-store';

let s3: TestS3;
beforeAll(async () => {
  s3 = await anS3Server();
});
afterAll(() => s3.close());

let count = 0;
const adapters: [string, () => Promise<EvidenceStore>][] = [
  ['a folder', async () => new FileStore(path.join(aFolder(), 'evidence'))],
  [
    'a bucket',
    async () => {
      count += 1;
      return new S3Store({ bucket: s3.bucket, prefix: `run-${count}`, connect: () => connectS3(s3.settings) });
    },
  ],
];

function aFile(bytes: Buffer) {
  const file = path.join(aFolder(), 'upload');
  writeFileSync(file, bytes);
  return { file, bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}

async function textOf(store: EvidenceStore, key: string, range?: { from: number; to: number }): Promise<string> {
  return Buffer.concat(await (await store.read(key, range)).toArray()).toString();
}

async function listed(store: EvidenceStore, prefix: string): Promise<StoredObject[]> {
  const objects: StoredObject[] = [];
  for await (const object of store.list(prefix)) objects.push(object);
  return objects;
}

const key = '2026-11-22/INC-2026-0001/0123456789ab-api.log';

describe.each(adapters)('[E4] evidence in %s', (_, make) => {
  it('is what was put, and the file that was put stays as it was', async () => {
    const store = await make();
    // More than one part of a multipart upload.
    const { file, bytes, sha256 } = aFile(randomBytes(9 * 1024 * 1024 + 17));
    await store.put(key, file, sha256);
    expect(await store.stat(key)).toEqual({ sizeBytes: bytes.length });
    expect(await hashStream(await store.read(key))).toBe(sha256);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('is read in part', async () => {
    const store = await make();
    const { file, sha256 } = aFile(Buffer.from('0123456789'));
    await store.put(key, file, sha256);
    expect(await textOf(store, key, { from: 3, to: 5 })).toBe('345');
    expect(await textOf(store, key, { from: 0, to: 1 })).toBe('01');
    expect(await textOf(store, key, { from: 9, to: 9 })).toBe('9');
  });

  it('may be put again, and never over something else', async () => {
    const store = await make();
    const { file, sha256 } = aFile(Buffer.from('the same'));
    await store.put(key, file, sha256);
    await store.put(key, file, sha256);
    expect(await textOf(store, key)).toBe('the same');
  });

  it('says that there is nothing where there is nothing', async () => {
    const store = await make();
    expect(await store.stat(key)).toBeNull();
    expect(await store.readText(key)).toBeNull();
    await expect(store.read(key)).rejects.toBeInstanceOf(NoSuchObject);
    await store.remove(key);
    expect(await listed(store, '')).toEqual([]);
  });

  it('is listed by the beginning of its key, and gone after it is removed', async () => {
    const store = await make();
    const { file, sha256 } = aFile(Buffer.from('x'));
    const others = ['2026-11-22/INC-2026-0002/b', '2026-11-23/INC-2026-0001/ä ö.log', 'anchors/2026-11-22.json'];
    for (const each of [key, ...others]) await store.put(each, file, sha256);
    const keys = async (prefix: string) => (await listed(store, prefix)).map((object) => object.key).sort();
    expect(await keys('2026-11-22/')).toEqual([key, others[0]]);
    expect(await keys('')).toEqual([key, ...others].sort());
    const [object] = await listed(store, key);
    expect(object?.sizeBytes).toBe(1);
    expect(Math.abs((object?.modifiedAt.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
    await store.remove(key);
    expect(await keys('2026-11-22/')).toEqual([others[0]]);
  });

  it('keeps small texts, the last one', async () => {
    const store = await make();
    await store.putText('anchors/2026-11-22.json', '{"head":"a"}');
    await store.putText('anchors/2026-11-22.json', '{"head":"ü"}');
    expect(await store.readText('anchors/2026-11-22.json')).toBe('{"head":"ü"}');
    expect(await store.removeUnfinished(new Date(Date.now() + 60_000))).toBe(0);
  });

  it.each(['../x', 'a/../../x', '/x', 'a//b', 'a/./b', '', 'a\\..\\b', 'a\u0000b', 'a\nb'])(
    'never leaves its place by the key %j',
    async (strange) => {
      const store = await make();
      await expect(store.putText(strange, 'x')).rejects.toThrow('not a key');
      await expect(store.read(strange)).rejects.toThrow('not a key');
      await expect(store.remove(strange)).rejects.toThrow('not a key');
    },
  );
});

describe('[E4] a folder', () => {
  it('refuses to have something else under a key that is taken', async () => {
    const store = new FileStore(path.join(aFolder(), 'evidence'));
    const one = aFile(Buffer.from('one'));
    const other = aFile(Buffer.from('other'));
    await store.put(key, one.file, one.sha256);
    await expect(store.put(key, other.file, other.sha256)).rejects.toThrow('something else');
    expect(await textOf(store, key)).toBe('one');
  });

  it('on another disk gets a copy that was hashed on its way', async () => {
    // /dev/shm is a disk of its own on Linux.
    const { file, sha256 } = aFile(Buffer.from('copied'));
    const root = existsSync('/dev/shm') ? '/dev/shm/evidence-test' : aFolder();
    const store = new FileStore(root);
    await store.put(key, file, sha256);
    expect(await textOf(store, key)).toBe('copied');
    await store.remove(key);
  });

  it('forgets what puts that never ended have left', async () => {
    const root = aFolder();
    const store = new FileStore(root);
    const [old, young] = [path.join(root, 'a.part'), path.join(root, 'b.part')];
    for (const part of [old, young]) writeFileSync(part, 'half');
    utimesSync(old, 1_000, 1_000);
    expect(await store.removeUnfinished(new Date(2_000_000))).toBe(1);
    expect([existsSync(old), existsSync(young)]).toEqual([false, true]);
  });
});
