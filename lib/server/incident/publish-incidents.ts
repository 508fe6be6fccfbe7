import 'server-only';
import type { RecordedEvent } from '@/lib/domain/contents';
import { database } from '../kernel/database';
import { readEvents } from '../kernel/event-store';
import { hub } from '../kernel/hub';
import { perProcess } from '../kernel/per-process';
import { sseMessage } from '../kernel/sse-message';
import { findListed, isListed, type ListedIncident, listOpenAnd } from './list-incidents';
import { listMessages } from './list-messages';
import { recordMessage, recordSides, sideTopic } from './record-message';

const mostEvents = 500;

interface Pointer {
  number: string;
  from: number;
  to: number;
}

/** Hands committed events to this node's followers, in order of `seq`, once each, however often it is poked. */
export class IncidentPublisher {
  readonly #sent = new Map<string, number>();
  readonly #reading = new Set<string>();
  readonly #poked = new Set<string>();
  /** Whom each incident was told to, null for everybody: one that becomes private has to be taken back from them. */
  readonly #toldTo = new Map<string, readonly string[] | null>();
  /** The last `seq` of each incident on the list, as its followers were told; null before the first look. */
  #listed: Map<string, number> | null = null;

  /** A notification says that events were committed; it is only a poke, the events are read from the log. */
  poke(payload: string): void {
    const { number, from, to } = JSON.parse(payload) as Pointer;
    if (!this.#sent.has(number)) this.#sent.set(number, from - 1);
    if ((this.#sent.get(number) ?? 0) < to) this.#enqueue(number);
  }

  /** Somebody follows from `lastSeq` on; true when nobody did before. */
  follow(number: string, lastSeq: number): boolean {
    if (this.#sent.has(number)) return false;
    this.#sent.set(number, lastSeq);
    return true;
  }

  /** Rule A7: ids of those who may know of an incident, null for everybody; undefined when it was not told of yet. */
  audienceOf(number: string): readonly string[] | null | undefined {
    return this.#toldTo.get(number);
  }

  /** Rule K9: reads the list and the heads of all followed incidents, for notifications that never came. */
  async catchUp(): Promise<void> {
    await this.#catchUpList();
    const numbers = hub()
      .followedTopics()
      .filter((topic) => topic.startsWith('incident:'))
      .map((topic) => topic.slice(9));
    if (numbers.length === 0) return;
    const heads = await database().incident.findMany({
      where: { number: { in: numbers } },
      select: { number: true, lastSeq: true },
    });
    for (const { number, lastSeq } of heads) {
      const sent = this.#sent.get(number);
      if (this.follow(number, lastSeq)) hub().publish(`incident:${number}`, sseMessage('head', { number, lastSeq }));
      else if (sent !== undefined && sent < lastSeq) this.#enqueue(number);
    }
  }

  async #catchUpList(): Promise<void> {
    const known = this.#listed;
    const incidents = await listOpenAnd([...(known?.keys() ?? [])]);
    for (const incident of incidents) {
      if (known && (known.get(incident.number) ?? 0) < incident.lastSeq)
        hub().publishTogether(this.#listMessages(incident));
      else this.#toldTo.set(incident.number, incident.visibleTo);
    }
    this.#listed = new Map(incidents.filter(isListed).map(({ number, lastSeq }) => [number, lastSeq]));
  }

  /** One reader an incident at a time; however many pokes come during a read, one more read follows. */
  #enqueue(number: string): void {
    if (this.#reading.has(number)) {
      this.#poked.add(number);
      return;
    }
    this.#reading.add(number);
    void this.#publish(number)
      .catch(() => {})
      .then(() => {
        this.#reading.delete(number);
        if (this.#poked.delete(number)) this.#enqueue(number);
      });
  }

  #listMessages(incident: ListedIncident) {
    const { number, visibleTo } = incident;
    const wasOpen = this.#toldTo.get(number) === null;
    this.#toldTo.set(number, visibleTo);
    return listMessages(incident, wasOpen);
  }

  async #publish(number: string): Promise<void> {
    const topic = `incident:${number}`;
    const isFollowed = hub().hasFollowers(topic);
    if (!isFollowed) this.#sent.delete(number);
    const events = isFollowed ? await readEvents(database(), number, this.#sent.get(number) ?? 0, mostEvents) : [];
    const lastSeq = events.at(-1)?.seq;
    if (isFollowed && lastSeq === undefined) return;
    // Read after the events, so that the list is never behind the record; sent with them, in one piece.
    const row = await findListed(number);
    if (row?.visibleTo) hub().keepOnly(topic, row.visibleTo);
    if (lastSeq !== undefined) this.#sent.set(number, lastSeq);
    if (events.length === mostEvents) this.#poked.add(number);
    if (row) this.#listed?.set(number, row.lastSeq);
    hub().publishTogether([...recordMessages(number, events), ...(row ? this.#listMessages(row) : [])]);
  }
}

/** The same events for each side that somebody follows. */
function recordMessages(number: string, events: readonly RecordedEvent[]) {
  return recordSides.flatMap((side) => {
    const topic = sideTopic(side, number);
    const bytes = hub().hasFollowers(topic) ? recordMessage(number, events, side) : null;
    return bytes ? [{ topic, bytes }] : [];
  });
}

/** This node's publisher. */
export function incidentPublisher(): IncidentPublisher {
  return perProcess('incident-publisher', () => new IncidentPublisher());
}
