import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readGroups } from './read-groups';

let server: Server;
let issuer: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    if (request.url?.includes('openid-configuration'))
      response.end(JSON.stringify({ userinfo_endpoint: `${issuer}/me` }));
    else if (request.headers.authorization === 'Bearer good')
      response.end(JSON.stringify({ groups: ['incident-leads', 7], realm_access: { roles: ['ops'] } }));
    else response.writeHead(401).end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

describe('[A3] groups of somebody who signs in', () => {
  const from = (claim: string) => ({ issuer, claim });

  it('come from the ID token when it has them, without asking further', async () => {
    expect(await readGroups(from('groups'), { groups: ['a', 'b'] }, 'bad')).toEqual(['a', 'b']);
    expect(await readGroups(from('groups'), { groups: [] }, 'good')).toEqual([]);
  });

  it('come from userinfo when the ID token has none, and only texts count', async () => {
    expect(await readGroups(from('groups'), {}, 'good')).toEqual(['incident-leads']);
    expect(await readGroups(from('realm_access.roles'), {}, 'good')).toEqual(['ops']);
  });

  it('are none when nobody says so, or the claim is no list', async () => {
    expect(await readGroups(from('groups'), {}, 'bad')).toEqual([]);
    expect(await readGroups(from('groups'), {}, undefined)).toEqual([]);
    expect(await readGroups(from('groups'), { groups: 'incident-leads' }, 'good')).toEqual([]);
    expect(await readGroups(from('__proto__.x'), {}, undefined)).toEqual([]);
  });
});
