import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HealthReading } from './health';
import { readHealthAnswer } from './read-health-answer';

const STATUSES = ['ok', 'degraded', 'down', 'disabled', 'unknown'];

function read(body: unknown, httpStatus = 200, contentType = 'application/json'): HealthReading {
  return readHealthAnswer({ httpStatus, contentType, body: typeof body === 'string' ? body : JSON.stringify(body) });
}

/** Fails only on quadratic behaviour: the honest cost of 256 kB is some milliseconds. */
function readQuickly(body: string, contentType?: string): HealthReading {
  const start = performance.now();
  const reading = read(body, 200, contentType);
  expect(performance.now() - start).toBeLessThan(5_000);
  return reading;
}

describe('readHealthAnswer, on hostile answers', () => {
  it.each([
    ['arrays', '['.repeat(200_000)],
    ['closed arrays', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', '{"a":'.repeat(40_000)],
    ['400 closed levels', `${'{"data":'.repeat(400)}{"x":1}${'}'.repeat(400)}`],
  ])('[H3] says unknown and why when %s are nested too deeply', (_, body) => {
    const reading = readQuickly(body);
    expect(reading.overall).toBe('unknown');
    expect(reading.message).toContain('too deep');
  });

  it('[H3] keeps 500 of many components, the broken ones first, and says so', () => {
    const checks = Object.fromEntries(
      Array.from({ length: 3_000 }, (_, at) => [`c${at}`, at === 2_999 ? 'down' : 'ok']),
    );
    const reading = read({ status: 'degraded', checks });
    expect(reading.components).toHaveLength(500);
    expect(reading.components[0]).toMatchObject({ key: 'c2999', status: 'down' });
    expect(reading.message).toContain('showing 500 of 3000');
  });

  it('[H3] takes __proto__ and constructor for plain names', () => {
    const reading = read(
      '{"checks":{"__proto__":{"status":"down"},"constructor":"ok","toString":true,"hasOwnProperty":{"ok":true}}}',
    );
    expect(reading.components.map(({ key }) => key)).toEqual([
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
    ]);
    expect(({} as Record<string, unknown>).status).toBeUndefined();
    expect(read('{"__proto__":{"status":"ok"},"status":"down"}').overall).toBe('down');
  });

  it.each(['1e999', '-5', '"-5ms"', '"soon"', 'true', '[]', '{}', '9e15', '""', 'null'])(
    '[H3] ignores the latency %s',
    (value) => {
      const reading = read(`{"checks":{"db":{"status":"ok","latency_ms":${value}}}}`);
      expect(reading.components).toEqual([{ key: 'db', status: 'ok' }]);
    },
  );

  it('[H3] strips controls, colours and half characters from messages and cuts them', () => {
    const message = `\u001b[31mred\u001b[0m\u0000\u202Eevil\r\n\tnext \uD800 ${'x'.repeat(1_000)}`;
    const [db] = read({ checks: { db: { status: 'down', message } } }).components;
    expect(db?.message).toMatch(/^red evil next \uFFFD x+…$/);
    expect(db?.message?.length).toBe(300);
  });

  it('[H3] shortens endless names and keeps those of 120 characters', () => {
    const exact = 'k'.repeat(120);
    const keys = read({ checks: { [exact]: 'ok', ['m'.repeat(5_000)]: 'ok' } }).components.map(({ key }) => key);
    expect(keys[0]).toBe(exact);
    expect(keys[1]).toHaveLength(120);
  });

  it('[H3] never lists one name twice', () => {
    const reading = read({ checks: { 'a\u0000b': 'ok', 'a b': 'down', '': 'ok', '\u200B': 'slow' } });
    expect(reading.components.map(({ key, status }) => [key, status])).toEqual([
      ['a b', 'down'],
      ['(unnamed)', 'degraded'],
    ]);
  });

  it.each([
    ['postgres://veza:s3cr3t@db:5432/veza refused', 's3cr3t'],
    ['password=s3cr3t host=db', 's3cr3t'],
    ['"api_key": "s3cr3t"', 's3cr3t'],
    ['Authorization: Bearer s3cr3ts3cr3t', 's3cr3t'],
    ['key AKIAIOSFODNN7EXAMPLE refused', 'AKIAIOSFODNN7EXAMPLE'],
    ['access_token: s3cr3t.x.y', 's3cr3t'],
    ['amqp://guest:p/a@s3cr3t@mq:5672/', 's3cr3t'],
  ])('[H3] hides the credential in %j', (text, secret) => {
    const places = [
      { status: 'down', message: text },
      { status: 'down', checks: { db: text } },
      { status: 'down', error: text },
    ];
    for (const body of places) expect(JSON.stringify(read(body))).not.toContain(secret);
    expect(JSON.stringify(read(text, 503, 'text/plain'))).not.toContain(secret);
  });

  it('[H3] keeps messages that only mention passwords', () => {
    const text = 'FATAL: password authentication failed for user "veza" (using password: YES)';
    expect(read({ checks: { db: { status: 'down', error: text } } }).components[0]?.message).toBe(text);
  });

  it('[H3] shows the line of a stack trace that matters', () => {
    const java = 'java.lang.IllegalStateException: no pool\n\tat a.b.C(D.java:1)\n\tat e.f';
    const python = 'Traceback (most recent call last):\n  File "x.py", line 1\nOSError: no route';
    const reading = read({ checks: { a: { status: 'down', error: java }, b: { status: 'down', error: python } } });
    expect(reading.components.map(({ message }) => message)).toEqual([
      'java.lang.IllegalStateException: no pool',
      'OSError: no route',
    ]);
  });

  it.each([
    ['tags that never close', '<'.repeat(250_000), 'text/html'],
    ['scripts that never close', '<html><script'.repeat(20_000), 'text/html'],
    ['comments', `<html>${'<!--'.repeat(60_000)}`, 'text/html'],
    ['XML elements', '<a>'.repeat(80_000), 'text/xml'],
    ['quotes', `{"a":"${'\\"'.repeat(120_000)} NaN`, 'application/json'],
    ['colons', 'a: '.repeat(80_000), 'text/plain'],
    ['lines', 'a: b\n'.repeat(50_000), 'text/plain'],
    ['spaces', ' '.repeat(250_000), 'text/plain'],
    ['brackets', '[+]'.repeat(80_000), 'text/plain'],
    ['one word', 'x'.repeat(250_000), 'text/plain'],
    ['schemes', 'a://'.repeat(60_000), 'text/plain'],
    ['a message of escapes', JSON.stringify({ status: 'down', error: '\u001b['.repeat(60_000) }), 'application/json'],
    [
      'many small members',
      JSON.stringify({ checks: Object.fromEntries(Array.from({ length: 12_000 }, (_, at) => [`c${at}`, 'error: x'])) }),
      '',
    ],
  ])('[H3] reads 256 kB of %s in linear time', (_, body, contentType) => {
    expect(STATUSES).toContain(readQuickly(body, contentType).overall);
  });

  it('[H4] never throws and only speaks its five words', () => {
    const anyBody = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.json({ maxDepth: 6 }),
      fc
        .constantFrom('status', 'checks', 'data', 'error')
        .chain((key) => fc.json().map((json) => `{"${key}":${json}}`)),
      fc
        .jsonValue({ maxDepth: 4 })
        .map((value) => JSON.stringify({ components: { a: value }, status: value, details: value, healthy: value })),
    );
    fc.assert(
      fc.property(anyBody, fc.integer({ min: 100, max: 599 }), (body, httpStatus) => {
        const reading = read(body, httpStatus);
        expect(STATUSES).toContain(reading.overall);
        for (const component of reading.components) {
          expect(STATUSES).toContain(component.status);
          expect(component.key.length).toBeLessThanOrEqual(120);
          expect((component.message ?? '').length).toBeLessThanOrEqual(300);
          expect(component.latencyMs ?? 0).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 1_500 },
    );
    // Much to read; a busy machine may take its time.
  }, 60_000);
});
