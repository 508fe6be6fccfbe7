import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { tellReading } from './tell-reading';
import { CannotUnpack, unpackLimit, unpackReading } from './unpack-reading';

const folder = mkdtempSync(path.join(os.tmpdir(), 'unpack-'));
const [from, to] = [path.join(folder, 'from'), path.join(folder, 'to')];
afterAll(() => rmSync(folder, { recursive: true }));

async function unpack(bytes: Buffer): Promise<string> {
  writeFileSync(from, bytes);
  rmSync(to, { force: true });
  await unpackReading(tellReading(bytes.subarray(0, 65_536)), from, to, bytes.length);
  return readFileSync(to, 'utf8');
}

const utf16 = (text: string, isBig: boolean) => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

describe('reading what is packed', () => {
  it('tells text by its bytes', () => {
    const kinds = (bytes: Buffer | string) => tellReading(Buffer.from(bytes));
    expect(
      ['', 'plain\n', '\u001b[31mred\u001b[0m', '<svg onload="alert(1)"/>', 'a\0b\0 some more text here'].map(kinds),
    ).toEqual(Array(5).fill('plain'));
    expect(kinds(Buffer.from('caf\xe9 latin\n', 'latin1'))).toBe('plain');
    expect(kinds(gzipSync('x'))).toBe('gzip');
    expect(kinds(utf16('x', false))).toBe('utf16');
    expect(['%PDF-1.7 text', 'PK\u0003\u0004', 'GIF89a/*<script>'].map(kinds)).toEqual(['none', 'none', 'none']);
    expect(kinds(Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 167) % 256)))).toBe('none');
  });

  it('reads gzip of several members, and UTF-16 of both orders with characters across chunks', async () => {
    expect(await unpack(Buffer.concat([gzipSync('one\n'), gzipSync('two\n')]))).toBe('one\ntwo\n');
    const text = `Fehler: Grüße 🚨\r\n${'ä🚨'.repeat(400_000)}`;
    for (const isBig of [true, false]) expect(await unpack(utf16(text, isBig))).toBe(text);
  });

  it('a bomb says so, and leaves nothing', async () => {
    const bomb = gzipSync(Buffer.alloc(unpackLimit(1) + 1024));
    await expect(unpack(bomb)).rejects.toThrow(/more than 64 MiB/);
    expect(existsSync(to)).toBe(false);
    expect(unpackLimit(10 * 1024 ** 3)).toBe(4 * 1024 ** 3);
  });

  it('what is cut short or broken says so', async () => {
    const whole = gzipSync('some text that is long enough to be cut');
    await expect(unpack(whole.subarray(0, -9))).rejects.toThrow(CannotUnpack);
    whole[15] = (whole[15] ?? 0) ^ 0xff;
    await expect(unpack(whole)).rejects.toThrow(CannotUnpack);
  });
});
