import 'server-only';
import { presence } from '../access/presence';
import { healthBoard } from '../health/health-board';
import { incidentPublisher } from '../incident/publish-incidents';
import { type RecordSide, recordMessage, sideTopic } from '../incident/record-message';
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
    await Promise.all(numbers.map((number) => tellOfIncident(number, sideIn(topics, number), lastEventId, send)));
  };
}

/** Rule A11: the side that was chosen for this follower; without a choice, the public one. */
function sideIn(topics: ReadonlySet<string>, number: string): RecordSide {
  return topics.has(sideTopic('inside', number)) ? 'inside' : 'public';
}

async function tellOfIncident(
  number: string,
  side: RecordSide,
  lastEventId: string | null,
  send: (bytes: Uint8Array) => void,
): Promise<void> {
  const head = await headOf(number);
  if (!head) return;
  const { lastSeq } = head;
  incidentPublisher().follow(number, lastSeq);
  const [, resumed, seq] = /^(INC-\d{4}-\d{4,9})=(\d{1,9})$/.exec(lastEventId ?? '') ?? [];
  if (resumed === number && Number(seq) < lastSeq) {
    const missed = await missedSince(`${side}:${number}=${Number(seq)}`);
    if (missed) send(missed);
  }
  send(sseMessage('head', { number, lastSeq }));
  const present = presence().greeting(number);
  if (present) send(present);
}

/** `inside:INC-2026-0007=15` asks for what came after event 15. Those who lost their connection together ask the same. */
function missedSince(question: string): Promise<Uint8Array | undefined> {
  return perProcess('missed-since', () => joined(readMissed))(question);
}

async function readMissed(questions: readonly string[]): Promise<Map<string, Uint8Array>> {
  const messages = new Map<string, Uint8Array>();
  for (const question of questions) {
    const [side = '', number = '', seq] = question.split(/[:=]/);
    const events = await readEvents(database(), number, Number(seq), mostReplayed);
    const message = recordMessage(number, events, side === 'inside' ? 'inside' : 'public');
    if (message) messages.set(question, message);
  }
  return messages;
}
