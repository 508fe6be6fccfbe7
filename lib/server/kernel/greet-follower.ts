import 'server-only';
import { healthBoard } from '../health/health-board';
import { incidentPublisher } from '../incident/publish-incidents';
import { buildId } from './build-id';
import { now } from './clock';
import { database } from './database';
import { readEvents } from './event-store';
import { sseMessage } from './sse-message';

const mostReplayed = 500;

/**
 * What one new follower is told, and nobody else: who we are, the whole health, where each incident stands; and, when
 * it resumes, what it missed. Whoever missed more than that sees the gap in `seq` and fetches the rest.
 */
export function greetFollower(topics: ReadonlySet<string>, lastEventId: string | null) {
  const numbers = [...topics].flatMap((topic) =>
    topic.startsWith('incident:') ? [topic.slice('incident:'.length)] : [],
  );
  return async (send: (bytes: Uint8Array) => void): Promise<void> => {
    send(sseMessage('hello', { at: now().toISOString(), build: buildId() }));
    if (topics.has('health')) send(sseMessage('snapshot', healthBoard().view()));
    if (numbers.length === 0) return;
    await replay(numbers, lastEventId, send);
    const heads = await database().incident.findMany({
      where: { number: { in: numbers } },
      select: { number: true, lastSeq: true },
    });
    for (const head of heads) {
      incidentPublisher().follow(head.number, head.lastSeq);
      send(sseMessage('head', head));
    }
  };
}

/** `INC-2026-0007=15` resumes after event 15. */
async function replay(
  numbers: readonly string[],
  lastEventId: string | null,
  send: (bytes: Uint8Array) => void,
): Promise<void> {
  const [, number, seq] = /^(INC-\d{4}-\d{4,9})=(\d{1,9})$/.exec(lastEventId ?? '') ?? [];
  if (!number || !numbers.includes(number)) return;
  const events = await readEvents(database(), number, Number(seq), mostReplayed);
  const lastSeq = events.at(-1)?.seq;
  if (lastSeq !== undefined) send(sseMessage('incident', { number, events }, `${number}=${lastSeq}`));
}
