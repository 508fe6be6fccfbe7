import { setTimeout as sleep } from 'node:timers/promises';
import type { Mark } from '../followers/asks';
import type { CommitWatch } from '../stage/commit-watch';
import type { Sent, Session } from '../stage/session';

export interface Marked {
  /** Marks at the commit, as PostgreSQL told it. */
  committed: Mark[];
  /** The same events, marked when the sender had the answer. */
  answered: Mark[];
  /** How long each sender waited, in milliseconds. */
  tookMs: number[];
}

/** Adds notes, each `everyMs` after the one before is answered, until `count` are in or `isOver`. */
export async function sendAndMark(
  { session, watch }: { session: Session; watch: CommitWatch },
  number: string,
  { count, everyMs, isOver = () => false }: { count: number; everyMs: number; isOver?: () => boolean },
): Promise<Marked> {
  const sent: Sent[] = [];
  while (sent.length < count && !isOver()) {
    const one = await session.send('timeline.add_note', { number, text: `Note ${sent.length}: two drives offline.` });
    if (one.status !== 200) throw new Error(`a note was answered with ${one.status}`);
    sent.push(one);
    await sleep(everyMs);
  }
  // A busy sender may hear of the last commit a little later than of the answer.
  await sleep(200);
  const seqOf = (one: Sent) => one.events[0]?.seq ?? 0;
  return {
    committed: sent.map((one) => ({ seq: seqOf(one), at: watch.committedAt(number, seqOf(one)) })),
    answered: sent.map((one) => ({ seq: seqOf(one), at: one.answeredAt })),
    tookMs: sent.map((one) => one.answeredAt - one.sentAt),
  };
}
