import { GetObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anS3Server, type TestS3 } from '@/lib/testing/an-s3-server';
import { connectS3 } from '../../../evidence/store/s3-connection';
import { S3Copies } from './s3-copies';

let s3: TestS3;
beforeAll(async () => {
  s3 = await anS3Server();
});
afterAll(() => s3.close());

test('[M6] a copy in a bucket is a page that browsers show, is replaced by the next one, and goes', async () => {
  const copies = new S3Copies({ bucket: s3.bucket, prefix: 'follow', connect: () => connectS3(s3.settings) });
  const client = await connectS3(s3.settings);
  const stored = () => client.send(new GetObjectCommand({ Bucket: s3.bucket, Key: 'follow/a/index.html' }));
  expect(copies.place).toBe(`s3://${s3.bucket}/follow`);
  await copies.write('a/index.html', '<p>first', 'text/html; charset=utf-8');
  await copies.write('a/index.html', '<p>second', 'text/html; charset=utf-8');
  const object = await stored();
  expect(object.ContentType).toBe('text/html; charset=utf-8');
  expect(await object.Body?.transformToString()).toBe('<p>second');
  await copies.remove('a/index.html');
  await copies.remove('a/index.html');
  await expect(stored()).rejects.toThrow();
  await expect(copies.write('../a', '', 'text/html')).rejects.toThrow('not a key');
  client.destroy();
});
