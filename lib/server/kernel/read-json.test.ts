import { describe, expect, it } from 'vitest';
import { readJson } from './read-json';

const kB = 1024;

function post(body: BodyInit | null, headers: Record<string, string> = { 'content-type': 'application/json' }) {
  const init = { method: 'POST', body, headers, duplex: 'half' };
  return new Request('https://console.test/api/v1/commands', init as RequestInit);
}

/** A body that comes in chunks of 1 kB for as long as somebody reads, and then notes that it was left. */
function pouring(chunks: number, chunk = new Uint8Array(kB).fill(32)) {
  let poured = 0;
  let isLeft = false;
  const stream = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      poured += 1;
      if (poured > chunks) controller.close();
      else controller.enqueue(chunk);
    },
    cancel: () => {
      isLeft = true;
    },
  });
  return { stream, poured: () => poured, isLeft: () => isLeft };
}

const codeOf = async (request: Request) => {
  const read = await readJson(request);
  return read.ok ? 'ok' : `${read.problem.status} ${read.problem.code}`;
};

describe('a JSON body', () => {
  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON', 'application/json;x=y'])(
    'is read as %s',
    async (type) => {
      expect(await readJson(post('{"a":"é"}', { 'content-type': type }))).toEqual({ ok: true, body: { a: 'é' } });
    },
  );

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/jsonp',
    'text/json',
    '',
  ])('[K10] is refused as %j: a form of another site can send that', async (type) => {
    expect(await codeOf(post('{"a":1}', { 'content-type': type }))).toBe('415 not_json');
  });

  it('is refused without a content type', async () => {
    const request = post(new Blob(['{}']), {});
    expect(await codeOf(request)).toBe('415 not_json');
  });

  it.each([
    ['{"a":', 'cut off'],
    ['', 'empty'],
    ['{a:1}', 'not quoted'],
    ['NaN', 'no number'],
    ['{}{}', 'two'],
  ])('that is %j (%s) is refused', async (body) => {
    expect(await codeOf(post(body))).toBe('400 malformed_json');
  });

  it('that is not UTF-8 is refused, not repaired', async () => {
    expect(await codeOf(post(new Uint8Array([0x22, 0xff, 0x22])))).toBe('400 malformed_json');
  });

  it('that is missing is refused', async () => {
    expect(await codeOf(post(null))).toBe('400 malformed_json');
  });

  it('that breaks off is refused, and is nobody’s bug', async () => {
    const broken = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"a"')),
      pull: (controller) => controller.error(new Error('aborted')),
    });
    expect(await codeOf(post(broken))).toBe('400 malformed_json');
  });

  it('of 64 kB is read, and of one byte more is not', async () => {
    const fits = `"${'x'.repeat(64 * kB - 2)}"`;
    expect(await codeOf(post(fits))).toBe('ok');
    expect(await codeOf(post(`${fits} `))).toBe('413 too_large');
  });

  it('that says it is too large is refused before a byte is read', async () => {
    const { stream, poured } = pouring(1_000);
    const headers = { 'content-type': 'application/json', 'content-length': String(1_000 * kB) };
    const before = poured();
    expect(await codeOf(post(stream, headers))).toBe('413 too_large');
    expect(poured() - before).toBeLessThanOrEqual(1);
  });

  it('that hides its size, or lies about it, is read no further than 64 kB', async () => {
    for (const length of [{}, { 'content-length': '10' }, { 'content-length': 'many' }]) {
      const { stream, poured, isLeft } = pouring(100_000);
      expect(await codeOf(post(stream, { 'content-type': 'application/json', ...length }))).toBe('413 too_large');
      expect(poured()).toBeLessThan(70);
      expect(isLeft()).toBe(true);
    }
  });

  it('that may be larger is read up to its own limit, and no other body is', async () => {
    const larger = { maxBytes: 100 * kB, suits: (body: unknown) => String(body).startsWith('long') };
    const code = async (text: string) => {
      const read = await readJson(post(JSON.stringify(text)), larger);
      return read.ok ? 'ok' : read.problem.code;
    };
    expect(await code(`long ${'é'.repeat(49 * kB)}`)).toBe('ok');
    expect(await code(`long ${'é'.repeat(51 * kB)}`)).toBe('too_large');
    expect(await code('x'.repeat(70 * kB))).toBe('too_large');
    expect(await code('x'.repeat(60 * kB))).toBe('ok');
  });

  it('[A18] nested 30,000 deep is no trouble, and __proto__ is a name', async () => {
    expect(await codeOf(post(`${'['.repeat(30_000)}${']'.repeat(30_000)}`))).toBe('ok');
    await readJson(post('{"__proto__":{"polluted":true}}'));
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
