import 'server-only';
import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { gatherPresent, type HeadCount, type Present } from '@/lib/domain/access/presence';
import { accessRoles } from '@/lib/domain/access/role';
import { incidentPublisher } from '../incident/publish-incidents';
import { now } from '../kernel/clock';
import { type Hub, hub } from '../kernel/hub';
import { perProcess } from '../kernel/per-process';
import { sseMessage } from '../kernel/sse-message';
import { type AudienceOf, HeadCounts } from './head-counts';

const prefix = 'incident:';
const forgottenAfterMs = 15_000;
const announceEveryMs = 5_000;
// A notification holds 8,000 bytes at most.
const longestPayload = 7_500;

/** What one node says of one incident. */
interface Announcement extends Present {
  node: string;
  number: string;
}

/** Who has which incident open: on this node by its hub, on others by what they last said (rules A8 to A10). */
export class Presence {
  readonly #hub: Hub;
  readonly #node = randomUUID();
  /** By incident, then by node. */
  readonly #elsewhere = new Map<string, Map<string, Present & { heardMs: number }>>();
  /** What followers of an incident were last told. */
  readonly #told = new Map<string, Buffer>();
  readonly #changed = new Set<string>();
  readonly #counts: HeadCounts;
  #announcedMs = 0;

  constructor(followed: Hub, audienceOf: AudienceOf = () => undefined) {
    this.#hub = followed;
    this.#counts = new HeadCounts(followed, audienceOf);
  }

  /** How many people each incident that this person may know of has open. */
  countsFor(personId: string): HeadCount[] {
    return this.#counts.seenBy(personId);
  }

  /** What somebody is greeted with who opens this incident: as it was last told; they themselves come with the next. */
  greeting(number: string): Uint8Array | undefined {
    return this.#told.get(number);
  }

  /** Another node says who is there. What cannot be read is left aside. */
  hear(payload: string): void {
    const said = announcementIn(payload);
    if (!said || said.node === this.#node) return;
    const { node, number, people, more } = said;
    const nodes = this.#elsewhere.get(number) ?? new Map();
    this.#elsewhere.set(number, nodes.set(node, { people, more, heardMs: now().getTime() }));
    this.#changed.add(number);
  }

  /** Once a second, however many came and went: tells followers what changed; answers what other nodes should hear. */
  tick(): string[] {
    const moved = this.#hub.takeChangedTopics().flatMap((topic) => (topic.startsWith(prefix) ? [topic.slice(9)] : []));
    this.#forget();
    for (const number of new Set([...this.#changed, ...moved])) this.#tell(number);
    this.#changed.clear();
    this.#counts.tell();
    return this.#toAnnounce(moved).map((number) => this.#announcement(number));
  }

  #toAnnounce(moved: readonly string[]): string[] {
    const atMs = now().getTime();
    if (atMs - this.#announcedMs < announceEveryMs) return [...moved];
    this.#announcedMs = atMs;
    const here = this.#hub.followedTopics().flatMap((topic) => (topic.startsWith(prefix) ? [topic.slice(9)] : []));
    return [...new Set([...moved, ...here])];
  }

  #announcement(number: string): string {
    const said: Announcement = { node: this.#node, number, ...gatherPresent([this.#here(number)]) };
    while (Buffer.byteLength(JSON.stringify(said)) > longestPayload) {
      said.people.pop();
      said.more += 1;
    }
    return JSON.stringify(said);
  }

  #here(number: string): Present {
    const people = this.#hub.followersOf(prefix + number).map(({ personId: id, name, role }) => ({ id, name, role }));
    return { people, more: 0 };
  }

  #tell(number: string): void {
    const topic = prefix + number;
    const parts = [...(this.#elsewhere.get(number)?.values() ?? [])];
    const present = gatherPresent([this.#here(number), ...parts]);
    const message = sseMessage('presence', { number, ...present });
    this.#counts.set(number, present.people.length + present.more);
    if (!this.#hub.hasFollowers(topic)) {
      this.#told.delete(number);
      return;
    }
    if (this.#told.get(number)?.equals(message)) return;
    this.#told.set(number, message);
    this.#hub.publish(topic, message);
  }

  /** A node that said nothing for a while is gone, with all whom it saw. */
  #forget(): void {
    const oldestMs = now().getTime() - forgottenAfterMs;
    for (const [number, nodes] of this.#elsewhere) {
      for (const [node, { heardMs, people, more }] of nodes) {
        if (heardMs > oldestMs && people.length + more > 0) continue;
        nodes.delete(node);
        this.#changed.add(number);
      }
      if (nodes.size === 0) this.#elsewhere.delete(number);
    }
  }
}

/** A node of another release may say it differently. */
const announcement = z.object({
  ...{ node: z.string(), number: z.string(), more: z.number() },
  people: z.array(z.object({ id: z.string(), name: z.string(), role: z.enum(accessRoles) })),
});

function announcementIn(payload: string): Announcement | null {
  try {
    return announcement.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}

/** This node's presence. */
export function presence(): Presence {
  return perProcess('presence', () => new Presence(hub(), (number) => incidentPublisher().audienceOf(number)));
}
