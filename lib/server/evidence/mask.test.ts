import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, it } from 'vitest';
import { aPrivateKey, canaries } from '@/lib/testing/canary-secrets';
import { maskStream, maskText } from './mask';
import { longDesk, WorkerDesk, WorkerGone } from './worker/worker-desk';

const folder = mkdtempSync(path.join(os.tmpdir(), 'mask-'));
afterAll(() => rmSync(folder, { recursive: true }));

const all = `naïve\n${canaries.map(({ line }) => line).join('\r\n')}\n${aPrivateKey()}\nend`;

describe('[E7] masks, made in a thread of their own', () => {
  it('cover every secret of a text and of a stream alike, and leave the rest', async () => {
    const masked = await maskText(all);
    for (const { secret } of canaries) expect(masked).not.toContain(secret);
    expect(masked).toMatch(/^naïve\n/);
    expect(masked).toMatch(/\n‹masked: private key›\nend$/);
    const bytes = Buffer.from(all);
    const chunks = Array.from({ length: Math.ceil(bytes.length / 7) }, (_, n) => bytes.subarray(n * 7, n * 7 + 7));
    expect(await text(maskStream(Readable.from(chunks)))).toBe(masked);
  });

  it('are counted by kind for a whole file', async () => {
    const file = path.join(folder, 'a.log');
    writeFileSync(file, 'password=one1\nok\npassword=two2\ncard 4242424242424242\n');
    expect(await longDesk().ask('scan', { path: file })).toEqual([
      { kind: 'password', count: 2 },
      { kind: 'card number', count: 1 },
    ]);
  });

  it('are given up when they take too long: whoever asks is told, and the next one gets an answer', async () => {
    const desk = new WorkerDesk();
    await expect(desk.ask('find', { text: 'password=one1'.repeat(200_000) }, 1)).rejects.toThrow(WorkerGone);
    expect(await desk.ask('find', { text: 'password=one1' })).toHaveLength(1);
  });

  it('tell of a file that is not there', async () => {
    await expect(longDesk().ask('scan', { path: path.join(folder, 'none') })).rejects.toThrow(/ENOENT/);
  });
});
