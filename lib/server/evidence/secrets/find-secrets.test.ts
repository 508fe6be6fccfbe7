import { describe, expect, it } from 'vitest';
import { aPrivateKey, canaries, ordinaryLines } from '@/lib/testing/canary-secrets';
import { findSecrets } from './find-secrets';

const shown = async (text: string) => {
  const found = await findSecrets(text);
  return found.reduceRight((left, { from, to, kind }) => `${left.slice(0, from)}‹${kind}›${left.slice(to)}`, text);
};

describe('[E7] likely secrets', () => {
  it.each(canaries)('$kind: nothing of it stays, and the line around it does', async ({ line, secret }) => {
    const words = await shown(line);
    expect(words).not.toContain(secret);
    for (let at = 0; at + 8 <= secret.length; at += 1) expect(words).not.toContain(secret.slice(at, at + 8));
    const before = line.slice(0, line.indexOf(secret));
    expect(words.startsWith(before.slice(0, 4))).toBe(true);
  });

  it('in every canary when they stand together, each on its line', async () => {
    const words = await shown(canaries.map(({ line }) => line).join('\n'));
    for (const { secret } of canaries) expect(words).not.toContain(secret);
    expect(words.split('\n')).toHaveLength(canaries.length);
  });

  it.each(ordinaryLines.map((line) => [line]))('none in: %s', async (line) => {
    expect(await shown(line)).toBe(line);
  });

  it('keeps host and database of an address with a password', async () => {
    expect(await shown('postgres://veza:hunter2@pg-1:5432/veza')).toBe('postgres://‹password›@pg-1:5432/veza');
  });

  it('masks a private key over all its lines, with its end or without', async () => {
    const key = aPrivateKey();
    expect(await shown(`before\n${key}\nafter`)).toBe('before\n‹private key›\nafter');
    expect(await shown(`before\n${key.slice(0, 300)}`)).toBe('before\n‹private key›');
  });

  it('does not look away because the text says so', async () => {
    const { line, secret } = canaries.find(({ kind }) => kind === 'GitHub') ?? canaries[0] ?? { line: '', secret: '' };
    expect(await shown(`// secretlint-disable\n${line}\n# secretlint-disable-line`)).not.toContain(secret);
  });

  it('takes only numbers with a right check digit for cards', async () => {
    expect(await shown('4242424242424242')).toBe('‹card number›');
    expect(await shown('4242424242424241')).toBe('4242424242424241');
  });

  // What made each rule of this kind slow elsewhere: its beginning, again and again, and never its end.
  it.each(
    [
      'a',
      '0',
      '4242 ',
      '"',
      '\\',
      ' ',
      '=',
      'password=',
      'password="',
      'password="\\',
      'token:',
      'https://a:',
      '://:@',
      'a://b',
      'eyJhbGciOi',
      'eyJaaaaaaaa.eyJ',
      'cookie: a=',
      'cookie: ',
      'authorization: ',
      'bearer ',
      'bearer a',
      'redis-cli -h a -p 1 ',
      'AKIA',
      'ghp_',
      'xoxb-1',
      '-----BEGIN PRIVATE KEY-----',
      '-----BEGIN A ',
      'sk-',
      'SG.a',
      'a@',
      'secretlint-disable',
      '\n',
      'a.b.c-',
    ].map((unit) => [unit]),
  )('reads 256 kB of %j in a moment', async (unit) => {
    const text = unit.repeat(Math.ceil(262_144 / unit.length));
    const from = performance.now();
    await findSecrets(text);
    // Linear is some ten milliseconds; what backtracks takes minutes.
    expect(performance.now() - from).toBeLessThan(2_000);
  });
});
