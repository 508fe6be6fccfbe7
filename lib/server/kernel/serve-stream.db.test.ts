import http, { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { encode } from 'next-auth/jwt';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '@/lib/testing/eventually';
import { type FreshDatabase, freshDatabase } from '@/lib/testing/fresh-database';
import { cutOff, setNodeEnvironment } from '@/lib/testing/node-environment';
import { sessionCookieName } from '../access/session-cookie-name';
import { endSignIn, recordSignIn } from '../access/sign-in-store';
import { env } from '../env';
import { database } from './database';
import { hub } from './hub';
import { serveStream } from './serve-stream';
import { sseMessage } from './sse-message';

let fresh: FreshDatabase;
let server: Server;
beforeAll(async () => {
  fresh = await freshDatabase();
  setNodeEnvironment(fresh.url, { HEALTH_TARGETS: '[{"id":"one","name":"One","url":"http://127.0.0.1:9/"}]' });
  server = createServer((request, response) => void serveStream(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  for (const answer of answers.splice(0)) answer.destroy();
});
afterAll(async () => {
  server.close();
  await database().$disconnect();
  await fresh.drop();
});

const answers: IncomingMessage[] = [];

async function signIn() {
  const identity = { issuer: 'https://issuer.test', subject: uuidv7(), name: 'Camille', idToken: null };
  const signInId = await recordSignIn({ ...identity, role: 'viewer' });
  const token = await encode({ token: { sid: signInId }, secret: env().NEXTAUTH_SECRET });
  return { signInId, cookie: `other=1; ${sessionCookieName()}=${token}` };
}

/** Asks for a stream; resolves with its head, and with what has come of its body so far. */
function ask(query: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ answer: IncomingMessage; heard(): string }>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const options = { host: '127.0.0.1', port, path: `/api/v1/stream?${query}`, method, headers, agent: false };
    const request = http.request(options, (answer) => {
      let heard = '';
      answer.on('data', (chunk) => {
        heard += chunk;
      });
      answer.on('error', () => {});
      answers.push(answer);
      resolve({ answer, heard: () => heard });
    });
    request.on('error', reject).end();
  });
}

async function refusal(...asked: Parameters<typeof ask>) {
  const { answer, heard } = await ask(...asked);
  await eventually(() => expect(answer.complete).toBe(true));
  expect(answer.headers).toMatchObject({
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  });
  return { status: answer.statusCode, retryAfter: answer.headers['retry-after'], ...JSON.parse(heard()) };
}

describe('[A4] a stream', () => {
  it('is opened for somebody who is signed in, and greets them', async () => {
    const { cookie } = await signIn();
    const { answer, heard } = await ask('topics=health,incidents', { cookie });
    expect(answer.statusCode).toBe(200);
    await eventually(() => expect(heard()).toMatch(/^retry: 500\n\nevent: hello\ndata: .*\n\nevent: snapshot\n/));
  });

  it.each([
    ['nobody', async () => ({})],
    ['a made-up token', async () => ({ cookie: `${sessionCookieName()}=eyJhbGciOi.made.up` })],
    [
      'a token of another secret',
      async () => {
        const token = await encode({ token: { sid: uuidv7() }, secret: 'somebody else’s' });
        return { cookie: `${sessionCookieName()}=${token}` };
      },
    ],
    [
      'a sign-in that ended',
      async () => {
        const { signInId, cookie } = await signIn();
        await endSignIn(signInId);
        return { cookie };
      },
    ],
    [
      'a cookie of another name',
      async () => {
        const { cookie } = await signIn();
        return { cookie: cookie.replace(sessionCookieName(), `x${sessionCookieName()}`) };
      },
    ],
  ])('is refused to %s', async (_, headers) => {
    expect(await refusal('topics=health', await headers())).toMatchObject({ status: 401, code: 'not_signed_in' });
  });

  it('is looked up once for those who ask in the same moment, each by themselves', async () => {
    const [one, other] = [await signIn(), await signIn()];
    await endSignIn(other.signInId);
    const asked = Array.from({ length: 20 }, (_, index) => ask('topics=health', index % 2 ? one : other));
    const statuses = (await Promise.all(asked)).map(({ answer }) => answer.statusCode);
    expect(statuses).toEqual(statuses.map((_, index) => (index % 2 ? 200 : 401)));
  });
});

describe('a request for a stream', () => {
  it.each(['', 'topics=', 'topics=everything', 'topics=health,incident:1'])('with "%s" is refused', async (query) => {
    const { cookie } = await signIn();
    expect(await refusal(query, { cookie })).toMatchObject({ status: 400, code: 'unknown_topic' });
  });

  it('by another method is refused', async () => {
    expect(await refusal('topics=health', {}, 'POST')).toMatchObject({ status: 405 });
  });

  it('keeps the trace id it came with', async () => {
    const traceId = 'a'.repeat(32);
    expect(await refusal('', { traceparent: `00-${traceId}-${'b'.repeat(16)}-01` })).toMatchObject({ traceId });
  });

  it('[P7] while the database is away is told to come again', async () => {
    const { cookie } = await signIn();
    const heal = await cutOff(fresh.url);
    const refused = await refusal('topics=health', { cookie });
    await heal();
    expect(refused).toMatchObject({ status: 503, retryAfter: '1', code: 'database_unavailable' });
  });

  it('[F28] at a node that stops is told to come again', async () => {
    const { cookie } = await signIn();
    hub().drain(sseMessage('bye', {}));
    expect(await refusal('topics=health', { cookie })).toMatchObject({
      status: 503,
      retryAfter: '1',
      code: 'draining',
    });
  });
});
