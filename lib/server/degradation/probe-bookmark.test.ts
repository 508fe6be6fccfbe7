import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { probeBookmark } from './probe-bookmark';

const asked: string[] = [];
let server: Server;
let base: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    const status = Number(request.url?.slice(1, 4)) || 200;
    const headKnown = !request.url?.endsWith('no-head');
    if (request.method === 'HEAD' && !headKnown) response.writeHead(405).end();
    else response.writeHead(status, status === 302 ? { location: '/login' } : {}).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

it.each([200, 302, 401, 403])('[D10] an answer of %i is life', async (status) => {
  expect(await probeBookmark(`${base}/${status}`)).toEqual({
    isAlive: true,
    detail: `HTTP ${status}`,
    tlsExpiresAt: null,
  });
});

it.each([404, 500, 502])('[D10] an answer of %i is not', async (status) => {
  expect(await probeBookmark(`${base}/${status}`)).toMatchObject({ isAlive: false, detail: `HTTP ${status}` });
});

it('[D10] asks with GET where HEAD is not known', async () => {
  expect(await probeBookmark(`${base}/200/no-head`)).toMatchObject({ isAlive: true });
  expect(asked.slice(-2)).toEqual(['HEAD /200/no-head', 'GET /200/no-head']);
});

it('[D10] says in our own words why nothing answers', async () => {
  expect(await probeBookmark('http://127.0.0.1:1/')).toMatchObject({ isAlive: false, detail: 'connection refused' });
  expect(await probeBookmark('http://169.254.169.254/')).toMatchObject({
    isAlive: false,
    detail: 'the address 169.254.169.254 is refused',
  });
});
