import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { aFolder } from '@/lib/testing/a-folder';
import { receiveBytes } from './receive-bytes';
import { type Announcement, receiveUpload } from './receive-upload';

const open10 = { length: null, sha256: null, mostBytes: 10 * 1024 * 1024 };
const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

async function receive(chunks: Iterable<Buffer> | AsyncIterable<Buffer>, announced: Partial<Announcement> = {}) {
  const folder = aFolder();
  const places = { part: path.join(folder, 'id.part'), whole: path.join(folder, 'id') };
  const source = Readable.from(chunks, { objectMode: false });
  const outcome = await receiveUpload(source, places, { ...open10, ...announced }).then(
    (received) => ({ received, status: 201 }),
    (error) => ({ received: null, status: error.problem?.status ?? 0, error }),
  );
  return { ...outcome, source, kept: readdirSync(folder), bytes: () => readFileSync(places.whole) };
}

/** So many bytes, in chunks of uneven size. */
function* pieces(bytes: Buffer) {
  for (let at = 0, step = 1; at < bytes.length; at += step, step = (step * 3) % 70_001)
    yield bytes.subarray(at, at + step);
}

describe('[E4] a file that is received', () => {
  it.each([1, 8_191, 8_192, 262_144, 262_145, 3_000_001])('of %d bytes is kept as it came', async (size) => {
    const bytes = randomBytes(size);
    const { received, kept, bytes: stored } = await receive(pieces(bytes), { length: size, sha256: sha256Of(bytes) });
    expect(received).toMatchObject({ sizeBytes: size, sha256: sha256Of(bytes) });
    expect(received?.head.equals(bytes.subarray(0, 8_192))).toBe(true);
    expect(stored().equals(bytes)).toBe(true);
    expect(kept).toEqual(['id']);
  });

  const ten = Buffer.from('0123456789');
  it.each<[string, Buffer[], Partial<Announcement>, number]>([
    ['empty', [], {}, 422],
    ['shorter than announced', [ten], { length: 11 }, 400],
    ['longer than announced', [ten], { length: 9 }, 400],
    ['not what its checksum says', [ten], { sha256: sha256Of(Buffer.from('x')) }, 422],
    ['over the limit', [ten, ten], { mostBytes: 19 }, 413],
    ['over the limit by its announcement', [ten], { length: 20, mostBytes: 19 }, 413],
  ])('and is %s is refused, and nothing is kept', async (_, chunks, announced, status) => {
    const refused = await receive(chunks, announced);
    expect(refused).toMatchObject({ status, kept: [] });
    // Whoever sends it can still be answered.
    expect(refused.source.destroyed && refused.source.errored).toBeFalsy();
  });

  it('over the limit is refused before a byte of it is read', async () => {
    let asked = 0;
    const source = (function* () {
      asked += 1;
      yield ten;
    })();
    expect(await receive(source, { length: 20, mostBytes: 19 })).toMatchObject({ status: 413 });
    expect(asked).toBe(0);
  });

  it('at the limit is kept', async () => {
    expect(await receive([ten, ten], { length: 20, mostBytes: 20 })).toMatchObject({ status: 201, kept: ['id'] });
  });

  it('whose sender goes away in the middle is not kept', async () => {
    const leaves = async function* () {
      yield ten;
      throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
    };
    expect(await receive(leaves())).toMatchObject({ kept: [], error: { code: 'ECONNRESET' } });
  });
});

describe('[E4] a disk that is full', () => {
  it('is told as such, not as a bug', async () => {
    // What is written to /dev/full meets ENOSPC.
    const file = await open('/dev/full', 'w');
    const writing = receiveBytes(Readable.from([randomBytes(600_000)]), file, { from: 0, see: () => {} });
    await expect(writing).rejects.toMatchObject({ code: 'ENOSPC' });
    await file.close();
  });
});
