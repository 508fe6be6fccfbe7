import { v7 as uuidv7 } from 'uuid';
import { expect, test } from '../fixtures/journey';
import { queryDatabase } from '../fixtures/query-database';

const json = { 'content-type': 'application/json' };
const declared = (commandId: string) => ({ commandId, type: 'incident.declare', input: { title: 'x' } });

test('a command that is not sound is refused with a problem document, and nothing is written', async ({
  console: running,
  visit,
  request,
}) => {
  const { page } = await visit('commander');
  const own = { origin: running.url };
  const post = (data: string | object, headers: Record<string, string> = {}) =>
    page.request.post('/api/v1/commands', {
      data: typeof data === 'string' ? Buffer.from(data) : data,
      headers: { ...own, ...json, ...headers },
    });
  const counts = () =>
    queryDatabase(
      running,
      'SELECT (SELECT count(*) FROM event) AS events, (SELECT count(*) FROM command) AS commands, (SELECT count(*) FROM incident) AS incidents',
    );
  const before = await counts();

  const cases: [string, Promise<import('@playwright/test').APIResponse>, number, string][] = [
    ['an unknown type', post({ ...declared(uuidv7()), type: 'incident.explode' }), 422, 'unknown_command'],
    ['a type from the prototype', post({ ...declared(uuidv7()), type: '__proto__' }), 422, 'unknown_command'],
    ['a wrong shape', post({ ...declared(uuidv7()), input: { title: 7 } }), 422, 'invalid_command'],
    ['an unknown member', post({ ...declared(uuidv7()), input: { title: 'x', admin: true } }), 422, 'invalid_command'],
    ['NUL in a text', post({ ...declared(uuidv7()), input: { title: 'a\0b' } }), 422, 'invalid_command'],
    ['no command id', post({ type: 'incident.declare', input: { title: 'x' } }), 422, 'invalid_command'],
    ['a body over 64 kB', post({ ...declared(uuidv7()), input: { title: 'x'.repeat(70_000) } }), 413, 'too_large'],
    ['malformed JSON', post('{"commandId":'), 400, 'malformed_json'],
    ['another content type', post('x', { 'content-type': 'text/plain' }), 415, 'not_json'],
    ['a foreign origin', post(declared(uuidv7()), { origin: 'https://evil.example' }), 403, 'foreign_origin'],
    ['a foreign site', post(declared(uuidv7()), { 'sec-fetch-site': 'cross-site' }), 403, 'foreign_origin'],
    [
      'no origin',
      page.request.post('/api/v1/commands', { data: declared(uuidv7()), headers: { ...json, origin: '' } }),
      403,
      'foreign_origin',
    ],
    [
      'no session',
      request.post(`${running.url}/api/v1/commands`, { data: declared(uuidv7()), headers: { ...own, ...json } }),
      401,
      'not_signed_in',
    ],
  ];
  for (const [what, sent, status, code] of cases) {
    const answer = await sent;
    expect(answer.status(), what).toBe(status);
    expect(answer.headers()['content-type'], what).toBe('application/problem+json');
    expect(await answer.json(), what).toMatchObject({ status, code, traceId: expect.stringMatching(/^[0-9a-f]{32}$/) });
  }
  expect(await counts()).toEqual(before);
});

test('[K2] the same command again is answered again; under another body or by somebody else it is refused', async ({
  console: running,
  visit,
}) => {
  const [commander, lead] = [await visit('commander'), await visit('lead')];
  const body = declared(uuidv7());
  const send = (visitor: typeof commander, data: object) =>
    visitor.page.request.post('/api/v1/commands', { data, headers: { origin: running.url } });
  const first = await (await send(commander, body)).json();
  expect(await (await send(commander, body)).json()).toEqual({ ...first, duplicate: true });
  expect((await send(commander, { ...body, input: { title: 'other' } })).status()).toBe(422);
  expect(await (await send(lead, body)).json()).toMatchObject({ code: 'command_id_reused' });
});
