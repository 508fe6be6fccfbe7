import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { readHealthAnswer } from '@/lib/domain/health/read-health-answer';
import {
  aHttpServer,
  aSocketServer,
  aTlsServer,
  expiredCertificate,
  type HostileServer,
  selfSignedCertificate,
} from '@/lib/testing/hostile-server';
import { fetchHealth } from './fetch-health';
import { isRefusedAddress } from './refused-address';

// Names of the tests' own; everything else is resolved for real.
const names = vi.hoisted(() => new Map<string, string[][]>());
vi.mock('node:dns', async (original) => {
  const real = await original<typeof import('node:dns')>();
  const lookup = (name: string, options: object, done: (error: Error | null, found: object[]) => void) => {
    const answers = names.get(name);
    if (!answers) return real.lookup(name, { ...options, all: true }, done);
    const addresses = answers.shift() ?? [];
    return done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
  return { ...real, lookup };
});

const deadlineMs = 300;
const servers: HostileServer[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

async function served(listener: RequestListener): Promise<HostileServer> {
  const server = await aHttpServer(listener);
  servers.push(server);
  return server;
}

async function servedRaw(answer: (socket: Socket) => void): Promise<HostileServer> {
  const server = await aSocketServer(answer);
  servers.push(server);
  return server;
}

const bodyOf = (body: string | Buffer, headers: Record<string, string> = {}) =>
  served((_, response) => response.writeHead(200, { 'content-type': 'application/json', ...headers }).end(body));

/** Asks as a poll does: what the page would say, and how long it took. Checks what holds for every answer. */
async function ask(url: string, headers: Record<string, string> = {}, within = 2_000) {
  const started = performance.now();
  const fetched = await fetchHealth(url, headers, within);
  const tookMs = performance.now() - started;
  const reading = fetched.ok ? readHealthAnswer(fetched.answer) : null;
  const status = reading?.overall ?? 'unknown';
  const reason = fetched.ok ? (reading?.message ?? '') : fetched.reason;
  // It ends, however little processor this machine has left; by which deadline, the reason says.
  expect(tookMs).toBeLessThan(within + 5_000);
  expect(reason).not.toMatch(/[<>]/);
  expect(reason.length).toBeLessThanOrEqual(300);
  return { ok: fetched.ok, status, reason, tookMs, reading };
}

const unknownBecause = (reason: RegExp | string) => ({
  ok: false,
  status: 'unknown',
  reason: typeof reason === 'string' ? reason : expect.stringMatching(reason),
});

describe.concurrent('[H27] a target that does not end', () => {
  it('is given up at the deadline when it hangs after the connection', async () => {
    const server = await servedRaw(() => {});
    const asked = await ask(server.url, {}, deadlineMs);
    expect(asked).toMatchObject(unknownBecause('no full answer within 0.3 s'));
    expect(asked.tookMs).toBeGreaterThan(deadlineMs - 20);
  });

  it('is given up at the deadline when it hangs after the headers', async () => {
    const server = await served((_, response) => response.writeHead(200).flushHeaders());
    expect(await ask(server.url, {}, deadlineMs)).toMatchObject(unknownBecause('no full answer within 0.3 s'));
  });

  it('is given up at the total deadline though a byte comes now and then', async () => {
    const server = await served((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const drip = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(drip));
    });
    expect(await ask(server.url, {}, deadlineMs)).toMatchObject(unknownBecause('no full answer within 0.3 s'));
  });

  it('is given up at the total deadline though its headers come byte by byte', async () => {
    const server = await servedRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nx-slow: ');
      const drip = setInterval(() => socket.write('a'), 20);
      socket.on('close', () => clearInterval(drip));
    });
    expect(await ask(server.url, {}, deadlineMs)).toMatchObject(unknownBecause('no full answer within 0.3 s'));
  });

  it('is given up at the total deadline though packed bytes trickle in', async () => {
    const packed = gzipSync(JSON.stringify({ status: 'ok', pad: 'x'.repeat(500) }));
    const server = await served((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      let sent = 0;
      const drip = setInterval(() => response.write(packed.subarray(sent, ++sent)), 20);
      response.on('close', () => clearInterval(drip));
    });
    expect(await ask(server.url, {}, deadlineMs)).toMatchObject(unknownBecause('no full answer within 0.3 s'));
  });

  it('is given up at the total deadline when it sends interim answers for ever', async () => {
    const server = await servedRaw((socket) => {
      const drip = setInterval(() => socket.write('HTTP/1.1 102 Processing\r\n\r\n'), 5);
      socket.on('close', () => clearInterval(drip));
    });
    expect(await ask(server.url, {}, deadlineMs)).toMatchObject(unknownBecause('no full answer within 0.3 s'));
  });

  it('counts redirects into the same deadline', async () => {
    const server = await served((_, response) => {
      setTimeout(() => response.writeHead(302, { location: '/' }).end(), 120);
    });
    expect(await ask(server.url, {}, deadlineMs)).toMatchObject(unknownBecause('no full answer within 0.3 s'));
  });

  it('does not hold a socket open afterwards', async () => {
    const server = await servedRaw(() => {});
    await ask(server.url, {}, deadlineMs);
    await vi.waitFor(() => expect(server.openSockets()).toBe(0));
  });
});

describe.concurrent('[H27] a target that sends too much', () => {
  it('is cut off within the first megabytes of a 2 GB body', async () => {
    let accepted = 0;
    const chunk = Buffer.alloc(65_536, 32);
    const server = await served((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const pour = () => {
        while (accepted < 2 ** 31 && !response.destroyed) {
          accepted += chunk.length;
          if (!response.write(chunk)) return;
        }
      };
      response.on('drain', pour);
      pour();
    });
    expect(await ask(server.url)).toMatchObject(unknownBecause('the answer is larger than 256 kB'));
    await vi.waitFor(() => expect(server.openSockets()).toBe(0));
    expect(accepted).toBeLessThan(16 * 1024 * 1024);
  });

  it('is refused one byte above 256 kB and read at 256 kB', async () => {
    const max = 256 * 1024;
    const fits = await bodyOf(`{"status":"ok"}${' '.repeat(max - 15)}`);
    const over = await bodyOf(`{"status":"ok"}${' '.repeat(max - 14)}`);
    expect(await ask(fits.url, {})).toMatchObject({ ok: true, status: 'ok' });
    expect(await ask(over.url, {})).toMatchObject(unknownBecause('the answer is larger than 256 kB'));
  });

  it('is refused when 2 GB hide in gzip, without unpacking them', async () => {
    const member = gzipSync(Buffer.alloc(8 * 1024 * 1024), { level: 1 });
    const server = await bodyOf(Buffer.concat(Array.from({ length: 256 }, () => member)), {
      'content-encoding': 'gzip',
    });
    expect(await ask(server.url)).toMatchObject(unknownBecause('the answer is larger than 256 kB'));
  });

  it('is refused when megabytes hide in brotli', async () => {
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } };
    const bomb = brotliCompressSync(Buffer.alloc(32 * 1024 * 1024), options);
    const server = await bodyOf(bomb, { 'content-encoding': 'br' });
    expect(await ask(server.url)).toMatchObject(unknownBecause('the answer is larger than 256 kB'));
  });

  it('is refused when its headers are huge', async () => {
    const server = await servedRaw((socket) =>
      socket.write(`HTTP/1.1 200 OK\r\nx-huge: ${'a'.repeat(100_000)}\r\n\r\n`),
    );
    expect(await ask(server.url)).toMatchObject(unknownBecause('the answer is not HTTP'));
  });
});

describe.concurrent('[H27] a packed answer', () => {
  const healthy = JSON.stringify({ status: 'ok', checks: { db: { status: 'ok' } } });
  it.each([
    ['gzip', gzipSync(healthy)],
    ['x-gzip', gzipSync(healthy)],
    ['deflate', deflateSync(healthy)],
    ['br', brotliCompressSync(healthy)],
  ])('is read when it is packed as %s', async (encoding, body) => {
    const server = await bodyOf(body, { 'content-encoding': encoding });
    const { reading } = await ask(server.url);
    expect(reading).toMatchObject({ overall: 'ok', components: [{ key: 'db', status: 'ok' }] });
  });

  it.each([
    ['truncated gzip', 'gzip', gzipSync(healthy).subarray(0, 30)],
    ['garbage as gzip', 'gzip', Buffer.from('this is not gzip at all')],
    ['garbage as deflate', 'deflate', Buffer.from('this is not deflate')],
    ['garbage as brotli', 'br', Buffer.from('this is not brotli, not at all')],
    ['truncated brotli', 'br', brotliCompressSync(healthy).subarray(0, 12)],
  ])('is unknown when it is %s', async (_, encoding, body) => {
    const server = await bodyOf(body, { 'content-encoding': encoding });
    expect(await ask(server.url)).toMatchObject(unknownBecause('the answer cannot be decompressed'));
  });

  it('is unknown when nobody knows the packing, says which, and lets go of the connection at once', async () => {
    const server = await served((_, response) => {
      response.writeHead(200, { 'content-encoding': 'zstd' });
      const pour = setInterval(() => response.write('more and more'), 5);
      response.on('close', () => clearInterval(pour));
    });
    const asked = await ask(server.url, {}, 5_000);
    expect(asked).toMatchObject(unknownBecause('the answer is packed as zstd, which is not understood'));
    await vi.waitFor(() => expect(server.openSockets()).toBe(0), { timeout: 1_000 });
  });

  it('never quotes markup that stands for the packing', async () => {
    const server = await bodyOf('{}', { 'content-encoding': '<img src=x>' });
    expect(await ask(server.url)).toMatchObject(unknownBecause(/^the answer is packed in a way/));
  });

  it('is unknown when the connection is lost in the middle', async () => {
    const packed = gzipSync(healthy);
    const server = await served((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': String(packed.length) });
      response.write(packed.subarray(0, 20), () => response.socket?.destroy());
    });
    expect(await ask(server.url)).toMatchObject(unknownBecause(/^connection (reset|lost)/));
  });
});

describe.concurrent('[H27] a target that redirects', () => {
  const hops = (count: number): RequestListener => {
    let left = count;
    return (_, response) => {
      if (left === 0) return response.end('{"status":"ok"}');
      left -= 1;
      return response.writeHead(302, { location: `/hop-${left}` }).end();
    };
  };

  it('is followed three times', async () => {
    const server = await served(hops(3));
    expect(await ask(server.url)).toMatchObject({ ok: true, status: 'ok' });
  });

  it('is not followed a fourth time', async () => {
    const server = await served(hops(4));
    expect(await ask(server.url)).toMatchObject(unknownBecause('more than 3 redirects'));
  });

  it('is not followed in a circle', async () => {
    const server = await served((_, response) => response.writeHead(307, { location: '/' }).end());
    expect(await ask(server.url)).toMatchObject(unknownBecause('more than 3 redirects'));
  });

  it.each([
    ['http://169.254.169.254/latest/meta-data/', /^the address 169\.254\.169\.254 is refused$/],
    ['http://[fd00:ec2::254]/latest/', /^the address fd00:ec2::254 is refused$/],
    ['http://2852039166/', /^the address 169\.254\.169\.254 is refused$/],
    ['file:///etc/passwd', /^file: addresses are refused$/],
    ['gopher://127.0.0.1:6379/_INFO', /^gopher: addresses are refused$/],
    ['javascript:alert(1)', /^javascript: addresses are refused$/],
    ['data:application/json,{"status":"ok"}', /^data: addresses are refused$/],
    ['http://', /^it redirects to something that is not an address$/],
    [`${'x'.repeat(2_000)}:y`, /^such addresses are refused$/],
  ])('is not followed to %s', async (location, reason) => {
    const server = await served((_, response) => response.writeHead(302, { location }).end());
    expect(await ask(server.url)).toMatchObject(unknownBecause(reason));
  });

  it('takes the configured headers along on the same origin, and never to another one, not even by way of it', async () => {
    const seen: (string | undefined)[] = [];
    const other = await served((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(302, { location: `${server.url}/back` }).end();
    });
    const server = await served((request, response) => {
      seen.push(request.headers.authorization);
      if (request.url === '/back') return response.end('{"status":"ok"}');
      return response.writeHead(302, { location: request.url === '/' ? '/same' : other.url }).end();
    });
    await ask(server.url, { authorization: 'Bearer canary' });
    expect(seen).toEqual(['Bearer canary', 'Bearer canary', undefined, undefined]);
  });

  it('is read as it stands when it names no place to go to', async () => {
    const server = await served((_, response) => response.writeHead(302).end('{"status":"ok"}'));
    expect((await ask(server.url)).ok).toBe(true);
  });
});

describe.concurrent('[H27] [A9] an address that is never asked', () => {
  it.each([
    'http://169.254.169.254/',
    'http://169.254.0.1/',
    'http://169.254.169.254./',
    'http://2852039166/',
    'http://0xA9FEA9FE/',
    'http://0xa9.0xfe.0xa9.0xfe/',
    'http://0251.0376.0251.0376/',
    'http://169.254.43518/',
    'http://ok@169.254.169.254/',
    'http://0.0.0.0/',
    'http://0/',
    'http://[::]/',
    'http://[fe80::1]/',
    'http://[febf:ffff::1]/',
    'http://[fd00:ec2::254]/',
    'http://[fd20:ce::254]/',
    'http://[::ffff:169.254.169.254]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[0:0:0:0:0:ffff:a9fe:a9fe]/',
    'http://[::ffff:0.0.0.0]/',
    'http://[64:ff9b::169.254.169.254]/',
    'http://100.100.100.200/',
    'http://192.0.0.192/',
    'http://168.63.129.16/',
  ])('%s', async (url) => {
    const asked = await ask(url);
    expect(asked).toMatchObject(unknownBecause(/^the address [\da-f.:]+ is refused$/));
  });

  it.each(['file:///etc/passwd', 'ftp://127.0.0.1/', 'gopher://127.0.0.1/'])('%s', async (url) => {
    expect(await ask(url)).toMatchObject(unknownBecause(/^(file|ftp|gopher): addresses are refused$/));
  });

  it('a scoped link-local address, whatever its scope', () => {
    expect(isRefusedAddress('fe80::1%eth0')).toBe(true);
    expect(isRefusedAddress('not an address')).toBe(true);
    expect(isRefusedAddress('127.0.0.1')).toBe(false);
    expect(isRefusedAddress('10.0.0.7')).toBe(false);
    expect(isRefusedAddress('2001:db8::1')).toBe(false);
  });

  it.each([['169.254.169.254'], ['fe80::1'], ['::ffff:169.254.169.254'], ['0.0.0.0']])(
    'a name that resolves to %s',
    async (address) => {
      const name = `metadata-${address.replace(/\W/g, '-')}.test`;
      names.set(name, [[address]]);
      expect(await ask(`http://${name}/`)).toMatchObject(unknownBecause(`the address ${address} is refused`));
    },
  );

  it('a name of which only one of several addresses is refused', async () => {
    names.set('several.test', [['127.0.0.1', '169.254.169.254']]);
    expect(await ask('http://several.test/')).toMatchObject(unknownBecause('the address 169.254.169.254 is refused'));
  });

  it('a name that changes its mind: it is resolved once, and just that address is connected to', async () => {
    const server = await bodyOf('{"status":"ok"}');
    names.set('rebind.test', [['127.0.0.1'], ['169.254.169.254']]);
    expect(await ask(`http://rebind.test:${server.port}/`)).toMatchObject({ ok: true, status: 'ok' });
    expect(names.get('rebind.test')).toHaveLength(1);
  });

  it('a name that a redirect leads to and that resolves to a refused address', async () => {
    names.set('inner.test', [['169.254.169.254']]);
    const server = await served((_, response) => response.writeHead(302, { location: 'http://inner.test/' }).end());
    expect(await ask(server.url)).toMatchObject(unknownBecause('the address 169.254.169.254 is refused'));
  });
});

describe.concurrent('[H1] [H27] an answer that makes no sense', () => {
  const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

  it.each([
    ['HTML with status 200', 'text/html', '<!doctype html><title>Welcome</title><script>alert(1)</script>'],
    ['a page of friendly words', 'text/html', '<html><title>Live music online</title><h1>Available now</h1></html>'],
    ['HTML that claims to be JSON', 'application/json', '<html><body><h1>It works</h1></body></html>'],
    ['lists nested 100,000 deep', 'application/json', deep(100_000)],
    ['objects nested 40,000 deep', 'application/json', `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`],
    ['broken JSON', 'application/json', '{"status":"ok"'],
    ['numbers that are none', 'application/json', '{"load":1e999,"latency_ms":-1e999,"status":1e999}'],
  ])('%s is unknown with a reason', async (_, contentType, body) => {
    const server = await bodyOf(body, { 'content-type': contentType });
    const asked = await ask(server.url);
    expect(asked.status).toBe('unknown');
    expect(asked.reason).not.toBe('');
  });

  it('200,000-deep nesting is refused for its size', async () => {
    const server = await bodyOf(deep(200_000));
    expect(await ask(server.url)).toMatchObject(unknownBecause('the answer is larger than 256 kB'));
  });

  it('invalid UTF-8 is unknown, never guessed', async () => {
    const server = await bodyOf(Buffer.from([0x7b, 0xff, 0xfe, 0x80, 0x7d]));
    expect(await ask(server.url)).toMatchObject(unknownBecause('the answer is not valid UTF-8'));
  });

  it('a text in a charset that does not exist is unknown', async () => {
    const server = await bodyOf('{"status":"ok"}', { 'content-type': 'application/json; charset=klingon' });
    expect(await ask(server.url)).toMatchObject(unknownBecause('the answer is not valid text'));
  });

  it('10,000 components keep the broken ones', async () => {
    const checks = Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [`c${index}`, index !== 9_999]));
    const server = await bodyOf(JSON.stringify({ status: 'ok', checks }));
    const { reading } = await ask(server.url);
    expect(reading?.components.length).toBeLessThanOrEqual(500);
    expect(reading?.components).toContainEqual(expect.objectContaining({ key: 'c9999', status: 'down' }));
  });

  it('__proto__ and constructor are names like others and change nothing', async () => {
    const server = await bodyOf(
      '{"checks":{"__proto__":{"status":"down","polluted":true},"constructor":"down","db":"ok"}}',
    );
    const { reading } = await ask(server.url);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(reading?.components.map(({ key }) => key)).toContain('db');
  });

  it('204 is unknown with a reason', async () => {
    const server = await served((_, response) => response.writeHead(204).end());
    expect(await ask(server.url)).toMatchObject({
      status: 'unknown',
      reason: 'an answer without content (HTTP 204)',
    });
  });

  it.each([
    ['application/json', '{"status":"down","message":"<img src=x onerror=alert(1)>"}'],
    ['text/html', '<b>down</b><img src=x onerror=alert(1)>'],
    ['text/plain', 'down: <script>alert(1)</script>'],
  ])('markup in %s comes through as text or not at all, and the status is read', async (contentType, body) => {
    const server = await bodyOf(body, { 'content-type': contentType });
    const fetched = await fetchHealth(server.url, {}, 2_000);
    if (!fetched.ok) throw new Error(fetched.reason);
    expect(readHealthAnswer(fetched.answer).overall).toBe('down');
  });
});

describe.concurrent('[H27] a connection that fails', () => {
  it.each([
    ['bytes that are not HTTP', (socket: Socket) => socket.end('SSH-2.0-OpenSSH_9.6\r\n'), 'the answer is not HTTP'],
    ['an end without an answer', (socket: Socket) => socket.end(), /^connection (reset|lost)/],
    ['a reset', (socket: Socket) => socket.resetAndDestroy(), 'connection reset'],
    [
      'a change of protocol that nobody asked for',
      (socket: Socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
      /^connection (reset|lost)/,
    ],
    [
      'an end in the middle of the body',
      (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{"status":'),
      /^connection (reset|lost)/,
    ],
    [
      'a reset in the middle of the body',
      (socket: Socket) => {
        socket.write('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n{"status":');
        setTimeout(() => socket.resetAndDestroy(), 30);
      },
      /^connection (reset|lost)/,
    ],
    [
      'chunks that are none',
      (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}'),
      /^connection (reset|lost)|^the answer is not HTTP/,
    ],
    [
      'two lengths',
      (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}'),
      'the answer is not HTTP',
    ],
  ])('%s', async (_, answer, reason) => {
    const server = await servedRaw(answer);
    expect(await ask(server.url)).toMatchObject(unknownBecause(reason));
  });

  it('connection refused', async () => {
    const server = await aHttpServer(() => {});
    await server.close();
    expect(await ask(server.url)).toMatchObject(unknownBecause('connection refused'));
  });

  it('a name that does not resolve', async () => {
    expect(await ask('http://nowhere.invalid/', {}, 3_000)).toMatchObject(
      unknownBecause(/^the name does not resolve|^no full answer within/),
    );
    names.set('empty.test', [[]]);
    expect(await ask('http://empty.test/')).toMatchObject(unknownBecause('the name does not resolve'));
  });

  it.each([
    ['signed by itself', selfSignedCertificate, 'the TLS certificate is self-signed'],
    ['expired', expiredCertificate, 'the TLS certificate has expired'],
  ])('a TLS certificate that is %s', async (_, certificate, reason) => {
    const server = await aTlsServer(certificate);
    servers.push(server);
    expect(await ask(server.url)).toMatchObject(unknownBecause(reason));
  });

  it('TLS where there is none', async () => {
    const server = await servedRaw((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    const asked = await ask(server.url.replace('http:', 'https:'));
    expect(asked).toMatchObject(unknownBecause(/^TLS failed|^connection (reset|lost)/));
  });

  it('a header of the configuration that cannot be sent', async () => {
    const server = await bodyOf('{"status":"ok"}');
    expect((await ask(server.url, { 'x-bad': 'a\r\nb' })).ok).toBe(false);
  });

  it('an address that is none', async () => {
    expect((await ask('not an address')).ok).toBe(false);
  });

  it('any bytes at all, whole or cut off: it settles, in our own words', async () => {
    const start = 'HTTP/1.1 200 OK\r\n';
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((body) => Buffer.from(body)),
      fc.uint8Array({ maxLength: 300 }).map((body) => Buffer.concat([Buffer.from(start), body])),
      fc.uint8Array({ maxLength: 300 }).map((body) => Buffer.concat([Buffer.from(`${start}\r\n`), body])),
    );
    let next = Buffer.alloc(0);
    const server = await servedRaw((socket) => socket.end(next));
    await fc.assert(
      fc.asyncProperty(bytes, async (answer) => {
        next = answer;
        await ask(server.url);
      }),
      { numRuns: 100 },
    );
  });
});
