import { readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { RecordedEvent } from '@/lib/domain/contents';
import type { RecordView } from '@/lib/domain/record-view';
import { readSse } from '@/lib/testing/a-follower';
import { outcomeOf } from '@/lib/testing/a-write-door';
import { anEvidenceNode, type EvidenceNode, type TestPerson } from '@/lib/testing/an-evidence-node';
import { eventually } from '@/lib/testing/eventually';
import { handleCommand } from '../kernel/handle-command';
import { serveStream } from '../kernel/serve-stream';
import { visibleTopics } from '../kernel/visible-topics';
import { getPostmortem } from '../review/get-postmortem';
import { listIncidents } from './list-incidents';
import { incidentPublisher } from './publish-incidents';

const cookieNow = vi.hoisted(() => ({ value: '' }));
vi.mock('next/headers', () => ({ cookies: async () => ({ get: () => ({ value: cookieNow.value }) }) }));

let node: EvidenceNode;
let stream: Server;
let [commander, responder, viewer]: TestPerson[] = [];
let [number, evidenceId, sha256]: string[] = [];

const one = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('not there yet');
  return value;
};
const incident = () => one(number);

beforeAll(async () => {
  node = await anEvidenceNode();
  stream = createServer((request, response) => void serveStream(request, response));
  await new Promise<void>((resolve) => stream.listen(0, '127.0.0.1', resolve));
  [commander, responder, viewer] = await Promise.all([
    node.person('commander', 'Camille'),
    node.person('responder', 'Rafael'),
    node.person('viewer', 'Sofia'),
  ]);
  number = await node.incident(one(commander));
  await fillRecord();
});
afterAll(async () => {
  stream.closeAllConnections();
  stream.close();
  await node.close();
});

async function send(type: string, input: object, occurredAt?: string): Promise<RecordedEvent[]> {
  const by = one(commander).actor;
  const whole = { number: incident(), ...input };
  const outcome = outcomeOf(await node.door.send(by, type, whole, occurredAt ? { occurredAt } : {}));
  if (outcome.outcome !== 'applied') throw new Error(`${type}: ${JSON.stringify(outcome)}`);
  return outcome.events;
}

async function saveFile(): Promise<{ evidenceId: string; sha256: string }> {
  const url = `${node.url}/api/v1/incidents/${incident()}/evidence?name=canary-name.log&recipe=api-log`;
  const answer = await fetch(url, { method: 'POST', body: 'canary-content\n', headers: one(commander).headers });
  return ((await answer.json()) as { evidence: { evidenceId: string; sha256: string } }).evidence;
}

/** Every way of typing into a record, each with a canary of its own. */
async function fillRecord(): Promise<void> {
  const step = { checklistId: 'first-five-minutes', itemId: 'read' };
  const added = { checklistId: 'ad-hoc', itemId: 'step-1' };
  const [note] = await send('timeline.add_note', { text: 'canary-note', kind: 'finding' });
  const seq = one(note).seq;
  await send('timeline.correct', { seq, text: 'canary-correction' });
  await send('timeline.annotate', { seq, text: 'canary-annotation' });
  await send('timeline.pin', { seq });
  await send('evidence.waive', { recipes: ['api-log'], reason: 'canary-waiver and more' });
  ({ evidenceId, sha256 } = await saveFile());
  await send('evidence.unmask', { evidenceId, reason: 'canary-unmasking and more' });
  await send('incident.raise_severity', { from: 'SEV-2', to: 'SEV-1', reason: 'canary-raise' });
  await send('incident.lower_severity', { from: 'SEV-1', to: 'SEV-2', reason: 'canary-lower' });
  await send('triage.skip', { ...step, reason: 'canary-skip' });
  await send('triage.add_item', { title: 'canary-step' });
  await send('triage.tick', added);
  await send('triage.set_failure_class', { failureClass: 'uploads-fail', because: 'canary-because' });
  await send('triage.tick', { ...step, itemId: 'acknowledge' });
  const at = new Date(Date.now() - 1_000).toISOString();
  await send('incident.set_milestone', { milestone: 'acknowledged', at, reason: 'canary-milestone' });
  await send('incident.set_visibility', { people: [one(viewer).actor.id], reason: 'canary-private' });
  await send('incident.set_visibility', { people: null, reason: 'canary-open' });
  await sayIt();
  await send('incident.mitigate', { from: 'investigating', how: 'canary-how' });
  await send('incident.go_back', { from: 'mitigated', to: 'investigating', reason: 'canary-back' });
  // The summary of a hand-over quotes the last facts.
  await send('timeline.add_note', { text: 'canary-summary' });
  await send('incident.offer_command', { personId: (await node.person('commander', 'Lena')).actor.id });
  await send('incident.resolve', { from: 'investigating', cause: 'A drive died', mitigation: 'Replaced it' });
  await send('review.save_postmortem', { from: null, text: '# canary-postmortem' });
}

/** An update with a text for leads beside the one for all, then its successor put off. */
async function sayIt(): Promise<void> {
  const nextUpdateAt = new Date(Date.now() + 1_200_000).toISOString();
  const until = new Date(Date.now() + 1_800_000).toISOString();
  const by = `The next update comes by ${nextUpdateAt.slice(11, 16)} UTC.`;
  const texts = [
    { channel: 'followers', subject: null, body: `We are looking. ${by}` },
    { channel: 'summary', subject: null, body: `canary-leads. ${by}` },
  ];
  const facts = { phase: 'investigating', language: 'en', headline: 'Some uploads failed', nextUpdateAt, texts };
  await send('comms.send_update', { updateId: uuidv7(), ...facts });
  await send('comms.snooze_promise', { until, reason: 'canary-snooze and more' });
}

const canaries = [
  ...[
    'note',
    'correction',
    'annotation',
    'name',
    'waiver',
    'unmasking',
    'raise',
    'lower',
    'skip',
    'step',
    'because',
    'milestone',
  ],
  ...['private', 'open', 'leads', 'snooze', 'how', 'back', 'summary'],
].map((word) => `canary-${word}`);

type Handler = (request: Request, context: { params: Promise<object> }) => Promise<Response>;

const root = path.resolve(import.meta.dirname, '../../..');
/** All routes there are: one that is added is asked too. */
const routeFiles = readdirSync(path.join(root, 'app'), { recursive: true })
  .map((name) => `app/${name}`)
  .filter((name) => name.endsWith('/route.ts'))
  .toSorted();
const queries = [
  '',
  '?after=0',
  '?before=999',
  '?about=1,3,4,5',
  '?q=canary-note',
  '?format=json',
  '?format=csv',
  '?format=md',
];

async function ask(file: string, who: TestPerson, query: string): Promise<{ status: number; text: string }> {
  const { GET } = (await import(path.join(root, file))) as { GET?: Handler };
  if (!GET) return { status: 405, text: '' };
  cookieNow.value = who.headers.cookie.split('=')[1] ?? '';
  const id = file.includes('evidence/[id]') ? one(evidenceId) : 'store';
  const request = new Request(`https://console.test/x${query}`, { headers: who.headers });
  const answer = await GET(request, { params: Promise.resolve({ number: incident(), id }) });
  const headers = JSON.stringify([...answer.headers]);
  return { status: answer.status, text: headers + Buffer.from(await answer.arrayBuffer()).toString('utf8') };
}

describe('[A11] what people typed into a record', () => {
  it('is on no route that a viewer asks, and a responder reads all of it', async () => {
    expect(routeFiles.length).toBeGreaterThan(20);
    let inside = '';
    for (const file of routeFiles.filter((name) => !name.includes('nextauth'))) {
      for (const query of queries) {
        const { text } = await ask(file, one(viewer), query);
        expect(text.match(/canary-[a-z]+/g) ?? [], `${file}${query}`).toEqual([]);
        expect(text, `${file}${query}`).not.toContain(one(sha256));
        if (file.includes('incidents/[number]')) inside += (await ask(file, one(responder), query)).text;
      }
    }
    expect(canaries.filter((word) => !inside.includes(word))).toEqual([]);
    expect(inside).toContain(one(sha256));
  });

  it('leaves a viewer the record: every place of the log, states, ticks, and what was said at resolve', async () => {
    const { text } = await ask('app/api/v1/incidents/[number]/route.ts', one(viewer), '');
    const view = JSON.parse(text.slice(text.indexOf('{'))) as RecordView;
    expect(view.events.map(({ seq }) => seq)).toEqual(Array.from({ length: view.lastSeq }, (_, index) => index + 1));
    expect(view.state.incident).toMatchObject({ status: 'resolved', severity: 'SEV-2', cause: 'A drive died' });
    expect(Object.keys(view.state.triage.ticks)).toContain('first-five-minutes/acknowledge');
    expect(view.state.review.postmortem).toMatchObject({ finishedAt: null });
    expect(text).toContain('Replaced it');
    expect(text).toContain('We are looking.');
  });

  it.each([
    ['canary-note', 0],
    ['canary-how', 0],
    ['canary-back', 0],
    ['broke', 1],
    ['drive replaced', 1],
    ['upload', 1],
  ])('is not what a viewer finds an incident by: %s', async (q, count) => {
    const found = async ({ actor }: TestPerson) => (await listIncidents(actor, { filter: { q }, limit: 5 })).items;
    expect(await found(one(viewer))).toHaveLength(count);
    expect(await found(one(responder))).toHaveLength(1);
  });

  it('[R3] is in a postmortem for a viewer once that is saved and finished, and no longer when it is written on', async () => {
    const seen = async () => (await getPostmortem(one(viewer).actor, incident()))?.text ?? null;
    expect(await seen()).toBeNull();
    const from = (await getPostmortem(one(responder).actor, incident()))?.savedSeq;
    const [saved] = await send('review.save_postmortem', { from, text: '# What we learnt' });
    expect(await seen()).toBeNull();
    await send('review.finish_postmortem', { from: one(saved).seq });
    expect(await seen()).toBe('# What we learnt');
    await send('review.save_postmortem', { from: one(saved).seq, text: '# canary-draft' });
    expect(await seen()).toBeNull();
  });

  it('[K2] is not in the stored answer to somebody who was lowered since', async () => {
    const { actor } = one(responder);
    const input = { number: incident(), text: 'canary-stored' };
    const body = { commandId: uuidv7(), type: 'timeline.add_note', input };
    const answer = async (role: 'responder' | 'viewer') => (await handleCommand({ ...actor, role }, body, 't')).text();
    expect(await answer('responder')).toContain('canary-stored');
    expect(await answer('responder')).toContain('canary-stored');
    const lowered = await answer('viewer');
    expect(lowered).toContain('"duplicate":true');
    expect(lowered).not.toContain('canary');
  });
});

/** What this person hears of the stream from event `after` on. */
async function listenTo(who: TestPerson, after: number) {
  const { port } = stream.address() as AddressInfo;
  const query = `topics=incidents,incident:${incident()}&lastEventId=${incident()}%3D${after}`;
  const ending = new AbortController();
  const url = `http://127.0.0.1:${port}/api/v1/stream?${query}`;
  const answer = await fetch(url, { headers: who.headers, signal: ending.signal });
  let heard = '';
  void (async () => {
    for await (const chunk of one(answer.body ?? undefined)) heard += Buffer.from(chunk).toString();
  })().catch(() => {});
  const events = () =>
    (heard.match(/event: incident\n(?:.+\n)+\n/g) ?? [])
      .map(readSse)
      .flatMap(({ data }) => (data as { events: RecordedEvent[] }).events);
  return { heard: () => heard, events, end: () => ending.abort() };
}

describe('[A11] the stream', () => {
  it('tells a viewer the public side, of what was missed and of what comes, without a gap', async () => {
    const [outer, inner] = await Promise.all([listenTo(one(viewer), 2), listenTo(one(responder), 2)]);
    await eventually(() => expect(inner.heard()).toContain('event: head'));
    await eventually(() => expect(outer.heard()).toContain('event: head'));
    const [event] = await send('timeline.add_note', { text: 'canary-live' });
    const last = one(event).seq;
    incidentPublisher().poke(JSON.stringify({ number: incident(), from: last, to: last }));
    await eventually(() => expect(inner.heard()).toContain('canary-live'));
    await eventually(() => expect(outer.events().at(-1)?.seq).toBe(last));
    const upTo = Array.from({ length: last - 2 }, (_, index) => index + 3);
    expect(outer.events().map(({ seq }) => seq)).toEqual(upTo);
    expect(inner.events().map(({ seq }) => seq)).toEqual(upTo);
    expect(outer.heard().match(/canary-[a-z]+/g) ?? []).toEqual([]);
    expect(canaries.filter((word) => !inner.heard().includes(word))).toEqual([]);
    outer.end();
    inner.end();
  });

  it('is chosen by the role, and no side can be asked for by name', async () => {
    const asked = new Set([`incident:${incident()}`]);
    const topics = async ({ actor }: TestPerson) => [...(await visibleTopics(actor, asked)).topics];
    expect(await topics(one(viewer))).toEqual([`incident:${incident()}`, `public:${incident()}`]);
    expect(await topics(one(responder))).toEqual([`incident:${incident()}`, `inside:${incident()}`]);
    const { port } = stream.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/api/v1/stream?topics=inside:${incident()}`;
    expect((await fetch(url, { headers: one(viewer).headers })).status).toBe(400);
  });
});
