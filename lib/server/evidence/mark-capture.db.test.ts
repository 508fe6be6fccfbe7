import { spawn } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { captureLine } from '@/lib/domain/evidence/capture-command';
import { capturesOf } from '@/lib/domain/evidence/capture-of';
import { aFolder } from '@/lib/testing/a-folder';
import { anEvidenceNode, type EvidenceNode, type TestPerson } from '@/lib/testing/an-evidence-node';
import { eventually } from '@/lib/testing/eventually';
import { database } from '../kernel/database';
import { makeCaptureToken } from './capture-token';
import { hashStream } from './hash-file';
import { listEvidence } from './list-evidence';
import { openOriginal } from './open-original';
import { tendSpool } from './tend-spool';

let node: EvidenceNode;
let rafael: TestPerson;
let number: string;
beforeAll(async () => {
  node = await anEvidenceNode();
  rafael = await node.person('responder', 'Rafael');
  number = await node.incident(rafael);
});
afterAll(() => node.close());

async function send(body: string, query: string, of = number) {
  const address = `${node.url}/api/v1/incidents/${of}/evidence?${query}`;
  const response = await fetch(address, { method: 'POST', body, headers: rafael.headers });
  return { status: response.status, body: await response.json() };
}
const last = async (of = number) => (await listEvidence(rafael.actor, of))?.at(-1);

/** Runs what a person pastes, on a host where `docker` is this line of a shell; with the real curl. */
async function paste(docker: string): Promise<string> {
  const bin = aFolder();
  writeFileSync(path.join(bin, 'docker'), `#!/bin/sh\n${docker}\n`);
  chmodSync(path.join(bin, 'docker'), 0o755);
  const { token } = await makeCaptureToken(rafael.actor, number);
  const fileName = `incident-${token.slice(4, 12)}-api.log`;
  const recipe = { id: 'api-log', title: 'API log', fileName, command: `docker logs api > /tmp/${fileName}` };
  const [capture] = capturesOf(recipe);
  if (!capture) throw new Error('no capture');
  const line = captureLine(capture, { url: `${node.url}/api/v1/incidents/${number}/evidence`, token });
  const child = spawn('sh', ['-c', line], { env: { ...process.env, PATH: `${bin}:${process.env.PATH}` } });
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  await new Promise((resolve) => child.on('close', resolve));
  return out;
}

describe('[E11] a capture that failed', () => {
  it.each([
    ['its status', 'lines of a log\n'.repeat(100), 'recipe=api-log&status=1', { reason: 'failed', exitStatus: 1 }],
    [
      'its status, of no known recipe',
      'three lines\n'.repeat(3),
      'name=x&status=9',
      { reason: 'failed', exitStatus: 9 },
    ],
    ['its words', 'Error: No such container: api\n', 'recipe=api-log&status=0', { reason: 'only_errors' }],
    ['its words, with no status', 'docker: command not found\n', 'recipe=api-log', { reason: 'only_errors' }],
    ['its length, with no status', 'hello\n', 'recipe=api-log', { reason: 'short' }],
  ])('is kept and marked by %s', async (_, body, query, doubt) => {
    const answer = await send(body, query);
    expect(answer).toMatchObject({ status: 201, body: { evidence: { doubt } } });
    expect(await last()).toMatchObject({ doubt, sizeBytes: body.length });
  });

  it.each([
    ['a log', 'a line\n'.repeat(100), 'recipe=api-log'],
    ['one line of a command that went well', 'hello\n', 'recipe=api-log&status=0'],
    ['a status that is none', 'a line\n'.repeat(100), 'recipe=api-log&status=ok'],
    ['a file of nobody’s recipe', 'Error: x\n', 'name=screen.txt'],
  ])('is not %s', async (_, body, query) => {
    await send(body, query);
    expect((await last())?.doubt).toBeUndefined();
  });

  it('is kept with 0 bytes when its status came along, to the store and back', async () => {
    expect((await send('', 'recipe=api-log&status=0')).body.evidence.doubt).toEqual({ reason: 'empty', exitStatus: 0 });
    const empty = await last();
    await eventually(async () => expect((await last())?.place).toBe('store'));
    expect(await hashStream(await openOriginal(empty?.evidenceId ?? ''))).toBe(empty?.sha256);
    expect((await send('', 'recipe=api-log')).status).toBe(422);
  });

  it('says what it said without the secret in it', async () => {
    await send('could not log in with password=hunter2-is-secret\n', 'recipe=api-log&status=1');
    const said = (await last())?.doubt?.said ?? '';
    expect(said).toContain('could not log in');
    expect(said).not.toContain('hunter2');
  });

  it('is told to the shell that it was pasted into', async () => {
    expect(await paste('echo "Error: No such container: api" >&2; exit 1')).toMatch(
      /^kept, NOT TAKEN as evidence: incident-\S+-api\.log ended with exit status 1: “Error: No such container: api”$/m,
    );
    expect(await paste(':')).toMatch(/^kept, NOT TAKEN as evidence: \S+ is empty$/m);
    expect(await paste('seq 100')).toMatch(/^saved incident-/);
  });

  it('is marked after a crash too: how it ended is no longer known', async () => {
    const of = await node.incident(rafael);
    await send('a line\n'.repeat(100), 'recipe=api-log&status=0', of);
    const id = (await last(of))?.evidenceId ?? '';
    const second = await node.incident(rafael);
    const row = await database().evidenceObject.findUniqueOrThrow({ where: { id } });
    const crashed = {
      ...row,
      id: id.replace(/.{4}$/, 'ffff'),
      incidentNumber: second,
      objectKey: `${row.objectKey}-2`,
    };
    const receivedAt = new Date(Date.now() - 60_000);
    const unfinished = { ...crashed, by: { ...rafael.actor }, way: 'pipe', capturedAt: null, receivedAt };
    await database().evidenceObject.create({ data: unfinished });
    await tendSpool();
    expect(await last(second)).toMatchObject({ doubt: { reason: 'interrupted' } });
    // One that was in the record before the crash stays as it was told first.
    await database().evidenceObject.update({ where: { id }, data: { capturedAt: null, receivedAt, way: 'pipe' } });
    await tendSpool();
    expect((await listEvidence(rafael.actor, of))?.map(({ doubt }) => doubt)).toEqual([undefined]);
  });
});
