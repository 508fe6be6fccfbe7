import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { aPrivateKey, canaries } from '@/lib/testing/canary-secrets';
import { type FindAsked, findLines } from './find-lines';
import { buildLineIndex, loadLineIndex, saveLineIndex } from './line-index';
import { readLines } from './read-lines';

const folder = mkdtempSync(path.join(os.tmpdir(), 'reading-'));
const place = path.join(folder, 'a.log');
const opened: FileHandle[] = [];
afterEach(async () => {
  for (const file of opened.splice(0)) await file.close();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A file that holds these bytes, with its index and without: both must read the same. */
async function aFile(bytes: Buffer | string) {
  writeFileSync(place, bytes);
  const file = await open(place);
  opened.push(file);
  const index = await buildLineIndex(place);
  const lines = async (from: number, count: number, isUnmasked = false) => {
    const asked = { from, count, isUnmasked };
    const indexed = await readLines(file, index, asked);
    expect(await readLines(file, null, asked)).toEqual(indexed);
    return indexed.lines.map(({ text }) => text);
  };
  const find = async (words: string, more: Partial<FindAsked> = {}) => {
    const asked: FindAsked = { words, match: 'any', from: 1, isUnmasked: false, timeMs: 60_000, ...more };
    const indexed = await findLines(file, index, asked);
    expect(await findLines(file, null, asked)).toEqual(indexed);
    return indexed;
  };
  return { file, index, lines, find };
}

describe('lines of evidence', () => {
  it.each([
    ['an empty file', '', 0, []],
    ['one line without its end', 'one', 1, ['one']],
    ['one line with its end', 'one\n', 1, ['one']],
    ['empty lines', '\n\nthree\n\n', 4, ['', '', 'three', '']],
    ['line ends of Windows', 'one\r\ntwo\r\n', 2, ['one', 'two']],
    ['a carriage return inside', '10 %\r20 %\r\n', 1, ['10 %\r20 %']],
    ['a null byte', 'a\0b\nc', 2, ['a\0b', 'c']],
  ])('%s', async (_, bytes, count, expected) => {
    const { index, lines } = await aFile(bytes);
    expect(index.lineCount).toBe(count);
    expect(await lines(1, 10)).toEqual(expected);
  });

  it('shows bytes that are no character as such, and keeps its place', async () => {
    const { lines } = await aFile(
      Buffer.concat([Buffer.from('caf'), Buffer.from([0xe9, 0xff, 0x0a]), Buffer.from('naïve 🚨')]),
    );
    expect(await lines(1, 2)).toEqual(['caf\ufffd\ufffd', 'naïve 🚨']);
  });

  it('leaves out the mark of the encoding, and only at the beginning', async () => {
    const { lines } = await aFile('\ufeffone\n\ufefftwo');
    expect(await lines(1, 2)).toEqual(['one', '\ufefftwo']);
  });

  it('a line of a megabyte is cut with its length, never inside a character, and the next line follows', async () => {
    const { file, index } = await aFile(`${'é'.repeat(600_000)}\nnext\n`);
    const { lines } = await readLines(file, index, { from: 1, count: 2, isUnmasked: false });
    expect(lines[0]).toMatchObject({ n: 1, cut: 1_200_000 });
    expect(lines[0]?.text).toMatch(/^é{4096}$/);
    expect(lines[1]).toEqual({ n: 2, text: 'next' });
  });

  it('are the same wherever one begins to read', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.string({ maxLength: 40 }),
            fc.nat(90_000).map((length) => 'x'.repeat(length % 9 === 0 ? length : 60)),
          ),
          { maxLength: 400 },
        ),
        fc.nat(420),
        async (given, from) => {
          const all = given.map((line) => line.replace(/[\n\r\ufeff\ud800-\udfff]/g, '·'));
          const { index, lines } = await aFile(all.map((line) => `${line}\n`).join(''));
          expect(index.lineCount).toBe(all.length);
          const expected = all.slice(from, from + 20).map((line) => line.slice(0, 8192));
          expect(await lines(from + 1, 20, true)).toEqual(expected);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('an index is kept, and one of another size is none', async () => {
    const { index } = await aFile('x\n'.repeat(200_000));
    await saveLineIndex(`${place}.lines`, index);
    expect(await loadLineIndex(`${place}.lines`, index.sizeBytes)).toEqual(index);
    expect(await loadLineIndex(`${place}.lines`, index.sizeBytes + 1)).toBeNull();
    expect(await loadLineIndex(`${place}.none`, 1)).toBeNull();
  });
});

describe('[E7] what is shown of a file', () => {
  it('has every canary masked, and none for whoever unmasked it', async () => {
    const text = canaries.map(({ line }) => line).join('\n');
    const { file, index, lines } = await aFile(text);
    const shown = (await lines(1, 100)).join('\n');
    for (const { secret } of canaries) expect(shown).not.toContain(secret);
    expect((await lines(1, 100, true)).join('\n')).toBe(text);
    expect((await readLines(file, index, { from: 1, count: 1, isUnmasked: false })).masked).toBe(1);
  });

  it('masks a private key in whichever of its lines one begins', async () => {
    const { lines } = await aFile(`before\n${aPrivateKey(24)}\nafter\n`);
    for (let from = 2; from <= 27; from += 1) expect(await lines(from, 1)).toEqual(['‹masked: private key›']);
    expect(await lines(28, 1)).toEqual(['after']);
  });

  it('masks a secret that the cut of a long line goes through', async () => {
    const { lines } = await aFile(`${'x'.repeat(8_180)} password=Sommer2026Herbst ${'x'.repeat(50_000)}`);
    expect((await lines(1, 1))[0]).not.toContain('Som');
  });
});

describe('finding in a file', () => {
  it('finds in either case or as typed, past ASCII too, as words and never as a pattern', async () => {
    const { find } = await aFile('Timeout\ntimeout after 3s\nÉCHEC du disque\néchec\n[x] (a+)+ $1\nnothing\n');
    expect((await find('TIMEOUT')).lines).toEqual([1, 2]);
    expect((await find('timeout', { match: 'case' })).lines).toEqual([2]);
    expect((await find('échec')).lines).toEqual([3, 4]);
    expect((await find('(a+)+ $1')).lines).toEqual([5]);
    expect((await find('t.meout')).lines).toEqual([]);
  });

  it('tells a line once, goes on from any line, and says when there is more than a thousand', async () => {
    const { find } = await aFile('miss\nhit hit\n'.repeat(1_500));
    const first = await find('hit');
    expect([first.lines.length, first.lines[0], first.hasMore, first.nextFrom]).toEqual([1_000, 2, true, 2_001]);
    const second = await find('hit', { from: 2_001 });
    expect([second.lines.length, second.lines.at(-1), second.hasMore]).toEqual([500, 3_000, false]);
  });

  it('finds what lies at the edges of what is read at once, in lines of megabytes too', async () => {
    const edge = 1024 * 1024;
    const { find } = await aFile(`${'x'.repeat(edge - 3)}needle${'x'.repeat(edge)}\n${'y\n'.repeat(edge)}last needle`);
    expect((await find('needle')).lines).toEqual([1, edge + 2]);
  });

  it('answers with what there is when the time is over, and from where to go on', async () => {
    const { find } = await aFile(`hit\n${'x'.repeat(99)}\n`.repeat(40_000));
    const { lines, hasMore, nextFrom } = await find('hit', { timeMs: -1, match: 'case' });
    expect([lines.length, hasMore]).toEqual([1_000, true]);
    expect(nextFrom).toBe((lines.at(-1) ?? 0) + 1);
    const none = await find('nowhere', { timeMs: -1 });
    expect(none.hasMore && (none.nextFrom ?? 0) > 1).toBe(true);
  });

  it('[E7] is no way to guess what is masked, whole or letter by letter', async () => {
    const text = `${canaries.map(({ line }) => line).join('\n')}\n${aPrivateKey()}\n`;
    const { find } = await aFile(text);
    for (const { secret } of canaries) {
      expect((await find(secret.slice(0, 100), { match: 'case' })).lines).toEqual([]);
      expect((await find(secret.slice(0, 100), { match: 'case', isUnmasked: true })).lines).not.toEqual([]);
    }
    expect((await find('password=l')).lines).toEqual([]);
    expect((await find('letmein')).lines).toEqual([]);
    expect((await find(aPrivateKey().slice(100, 120))).lines).toEqual([]);
    expect((await find('PGPASSWORD')).lines).toEqual([1]);
  });
});
