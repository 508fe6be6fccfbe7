import 'server-only';
import { presence } from '../access/presence';
import { healthBoard } from '../health/health-board';
import { incidentPublisher } from '../incident/publish-incidents';
import { buildId } from './build-id';
import { now } from './clock';
import { database } from './database';
import { readEvents } from './event-store';
import { headOf } from './head-of';
import { joined } from './joined';
import { perProcess } from './per-process';
import { sseMessage } from './sse-message';

const mostReplayed = 500;

/**
 * What one new follower is told, and nobody else: who we are, the whole health, where each incident stands and who is there; and, when
 * it resumes, what it missed; `absent` are the incidents it asked for that do not exist for it. Whoever missed more than that sees the gap in `seq` and fetches the rest.
 */
export function greetFollower(
  topics: ReadonlySet<string>,
  personId: string,
  lastEventId: string | null,
  absent: readonly string[] = [],
) {
  const numbers = [...topics].flatMap((topic) =>
    topic.startsWith('incident:') ? [topic.slice('incident:'.length)] : [],
  );
  return async (send: (bytes: Uint8Array) => void): Promise<void> => {
    send(sseMessage('hello', { at: now().toISOString(), build: buildId() }));
    for (const number of absent) send(sseMessage('gone', { number }));
    if (topics.has('health')) send(sseMessage('snapshot', healthBoard().view()));
    if (topics.has('incidents')) send(sseMessage('here', { counts: presence().countsFor(personId), isWhole: true }));
    await Promise.all(numbers.map((number) => tellOfIncident(number, lastEventId, send)));
  };
}

async function tellOfIncident(
  number: string,
  lastEventId: string | null,
  send: (bytes: Uint8Array) => void,
): Promise<void> {
  const head = await headOf(number);
  if (!head) return;
  const { lastSeq } = head;
  incidentPublisher().follow(number, lastSeq);
  const [, resumed, seq] = /^(INC-\d{4}-\d{4,9})=(\d{1,9})$/.exec(lastEventId ?? '') ?? [];
  if (resumed === number && Number(seq) < lastSeq) {
    const missed = await missedSince(`${number}=${Number(seq)}`);
    if (missed) send(missed);
  }
  send(sseMessage('head', { number, lastSeq }));
  const present = presence().greeting(number);
  if (present) send(present);
}

/** `INC-2026-0007=15` asks for what came after event 15. Those who lost their connection together ask the same. */
function missedSince(eventId: string): Promise<Uint8Array | undefined> {
  return perProcess('missed-since', () => joined(readMissed))(eventId);
}

async function readMissed(eventIds: readonly string[]): Promise<Map<string, Uint8Array>> {
  const messages = new Map<string, Uint8Array>();
  for (const eventId of eventIds) {
    const [number = '', seq] = eventId.split('=');
    const events = await readEvents(database(), number, Number(seq), mostReplayed);
    const lastSeq = events.at(-1)?.seq;
    if (lastSeq !== undefined)
      messages.set(eventId, sseMessage('incident', { number, events }, `${number}=${lastSeq}`));
  }
  return messages;
}
