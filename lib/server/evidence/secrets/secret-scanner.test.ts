import { describe, expect, it } from 'vitest';
import { aPrivateKey, canaries } from '@/lib/testing/canary-secrets';
import { seededRandom } from '@/lib/testing/seeded-random';
import { replaceSecrets } from '../mask';
import { findSecrets } from './find-secrets';
import { SecretScanner } from './secret-scanner';

async function maskInChunks(bytes: Buffer, nextSize: () => number) {
  const scanner = new SecretScanner(findSecrets);
  const pieces = [];
  let largest = 0;
  for (let at = 0; at < bytes.length; ) {
    const size = nextSize();
    const piece = await scanner.push(bytes.subarray(at, at + size));
    at += size;
    if (piece) pieces.push(piece);
  }
  const last = await scanner.end();
  if (last) pieces.push(last);
  for (const piece of pieces) largest = Math.max(largest, piece.bytes.length);
  return {
    text: Buffer.concat(pieces.map((piece) => replaceSecrets(piece.bytes, piece.secrets))).toString(),
    whole: Buffer.concat(pieces.map(({ bytes: part }) => part)),
    count: pieces.reduce((sum, piece) => sum + piece.count, 0),
    largest,
  };
}

const filler = (bytes: number) =>
  'GET /api/v1/tracks/42 status=200 latency_ms=12 naïve\n'.repeat(Math.ceil(bytes / 54));

describe('[E7] secrets of a file that comes in chunks', () => {
  it('are found wherever the chunks are cut, and every byte around them comes through', async () => {
    const random = seededRandom(7).next;
    const blocks = [...canaries.map(({ line }) => line), aPrivateKey(), aPrivateKey(200)];
    const text = blocks.map((block) => `${filler(random() * 120_000)}${block}\n`).join('');
    const bytes = Buffer.from(text);
    const whole = await maskInChunks(bytes, () => bytes.length);
    for (const { secret } of canaries) expect(whole.text).not.toContain(secret);
    const cut = await maskInChunks(bytes, () => 1 + Math.floor(random() * 300_000));
    expect(cut.whole.equals(bytes)).toBe(true);
    expect(cut.text).toBe(whole.text);
    expect(cut.count).toBe(whole.count);
    expect(cut.text.match(/‹masked: private key›/g)).toHaveLength(2);
  });

  it('are found in one line of megabytes, whose reading stays bounded', async () => {
    const parts = canaries.filter(({ kind }) => !kind.startsWith('cookie')).map(({ line }) => line);
    const line = parts.map((part) => `${'x'.repeat(150_000)} ${part} `).join('');
    const masked = await maskInChunks(Buffer.from(line), () => 65_536);
    for (const { secret } of canaries) expect(masked.text).not.toContain(secret);
    expect(masked.whole.toString()).toBe(line);
    expect(masked.largest).toBeLessThan(600_000);
  });

  it('a key that never ends stops being masked, and holds up nothing', async () => {
    const bytes = Buffer.from(`${aPrivateKey(4).split('\n').slice(0, 3).join('\n')}\n${filler(900_000)}the end`);
    const masked = await maskInChunks(bytes, () => 10_000);
    expect(masked.text.endsWith('the end')).toBe(true);
    expect(masked.whole.equals(bytes)).toBe(true);
  });
});
