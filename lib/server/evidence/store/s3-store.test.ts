import { createHash, randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aFolder } from '@/lib/testing/a-folder';
import { anS3Server, type TestS3 } from '@/lib/testing/an-s3-server';
import { hashStream } from '../hash-file';
import { connectS3 } from './s3-connection';
import { S3Store } from './s3-store';

let s3: TestS3;
beforeAll(async () => {
  s3 = await anS3Server();
});
afterAll(() => s3.close());

/** A client whose `deadly`-th call fails: before it is sent, or after the server has done what it asked. */
async function failing(deadly: number, moment: 'before' | 'after'): Promise<S3Client & { calls: number }> {
  const client = Object.assign(await connectS3(s3.settings), { calls: 0 });
  client.middlewareStack.add(
    (next) => async (args) => {
      client.calls += 1;
      const isDeadly = client.calls === deadly;
      if (isDeadly && moment === 'before') throw new Error('the line went dead');
      const answer = await next(args);
      if (isDeadly) throw new Error('the answer was lost');
      return answer;
    },
    { step: 'initialize', name: 'failing' },
  );
  return client;
}

const key = '2026-11-22/INC-2026-0001/0123456789ab-core.dump';
const parts = 3;

describe.each(['before', 'after'] as const)('[E4] [F8] a bucket whose k-th call fails %s it was done', (moment) => {
  it('has the same bytes after a retry, for every k, and nothing else', async () => {
    const bytes = randomBytes((parts - 1) * 8 * 1024 * 1024 + 1);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = path.join(aFolder(), 'upload');
    writeFileSync(file, bytes);
    let failures = 0;
    for (let k = 1; ; k += 1) {
      const client = await failing(k, moment);
      const place = { bucket: s3.bucket, prefix: `${moment}-${k}`, connect: async () => client };
      const store = new S3Store(place);
      const tried = await store.put(key, file, sha256).then(
        () => true,
        () => false,
      );
      if (client.calls < k) break;
      failures += Number(!tried);
      await store.put(key, file, sha256);
      expect(await hashStream(await store.read(key)), `after call ${k} failed`).toBe(sha256);
      const keys: string[] = [];
      for await (const object of store.list('')) keys.push(object.key);
      expect(keys).toEqual([key]);
    }
    // Is it there, begin, each part, end, read back: a failure of any is a failure of the whole. To lose the answer
    // that it is not there yet costs nothing.
    expect(failures).toBe(parts + (moment === 'before' ? 4 : 3));
  });
});

describe('[E4] a bucket', () => {
  it('that gives back other bytes keeps nothing, and says so', async () => {
    const file = path.join(aFolder(), 'upload');
    writeFileSync(file, 'these');
    const place = { bucket: s3.bucket, prefix: 'liar', connect: () => connectS3(s3.settings) };
    const store = new S3Store(place);
    await expect(store.put(key, file, 'f'.repeat(64))).rejects.toThrow('other bytes');
    expect(await store.stat(key)).toBeNull();
  });

  it('drops parts of uploads that never ended, the old ones', async () => {
    const sent: object[] = [];
    const initiated = (at: string, UploadId: string) => ({ Key: 'p/x', UploadId, Initiated: new Date(at) });
    const pages = [
      { IsTruncated: true, NextKeyMarker: 'p/x', NextUploadIdMarker: 'a', Uploads: [initiated('2026-11-20', 'a')] },
      { IsTruncated: false, Uploads: [initiated('2026-11-22', 'young'), initiated('2026-11-20', 'b')] },
    ];
    const send = async (command: { constructor: { name: string }; input: object }) => {
      if (command.constructor.name === 'AbortMultipartUploadCommand') sent.push(command.input);
      return command.constructor.name === 'ListMultipartUploadsCommand' ? pages.shift() : {};
    };
    const client = { send } as unknown as S3Client;
    const store = new S3Store({ bucket: 'b', prefix: 'p', connect: async () => client });
    expect(await store.removeUnfinished(new Date('2026-11-21'))).toBe(2);
    expect(sent).toEqual(['a', 'b'].map((UploadId) => ({ Bucket: 'b', Key: 'p/x', UploadId })));
  });
});
