import 'server-only';
import type { AccessRole } from '@/lib/domain/access/role';
import { followerCount } from '../observability/metrics';
import { perProcess } from './per-process';

/** One open event stream. `send` never waits; a reader that lags too far behind is dropped and resumes by id. */
export interface Follower {
  topics: ReadonlySet<string>;
  signInId: string;
  personId: string;
  /** As they were when they connected. */
  name: string;
  role: AccessRole;
  send(bytes: Uint8Array): void;
  close(): void;
}

/** One message for all who follow a topic. */
interface Message {
  topic: string;
  bytes: Uint8Array;
}

/** Who follows what on this node. Messages are encoded once and handed to everybody as the same bytes. */
export class Hub {
  readonly #followers = new Set<Follower>();
  readonly #byTopic = new Map<string, Set<Follower>>();
  /** Topics that somebody joined or left since it was last asked. */
  #changedTopics = new Set<string>();
  #isDraining = false;

  get isDraining(): boolean {
    return this.#isDraining;
  }

  /** Adds a follower, until it leaves. */
  join(follower: Follower): void {
    this.#followers.add(follower);
    for (const topic of follower.topics) {
      const followers = this.#byTopic.get(topic) ?? new Set();
      this.#byTopic.set(topic, followers.add(follower));
      this.#changedTopics.add(topic);
    }
    followerCount().set(this.#followers.size);
  }

  /** Removes a follower; one that is not there is no mistake. */
  leave(follower: Follower): void {
    this.#followers.delete(follower);
    for (const topic of follower.topics) {
      this.#changedTopics.add(topic);
      const followers = this.#byTopic.get(topic);
      followers?.delete(follower);
      if (followers?.size === 0) this.#byTopic.delete(topic);
    }
    followerCount().set(this.#followers.size);
  }

  publish(topic: string, bytes: Uint8Array): void {
    for (const follower of this.#byTopic.get(topic) ?? []) follower.send(bytes);
  }

  /** Messages that belong together: everybody gets those they follow in one piece, made once for all who follow the same. */
  publishTogether(messages: readonly Message[]): void {
    const pieces = new Map<string, Uint8Array>();
    const followers = new Set(messages.flatMap(({ topic }) => [...(this.#byTopic.get(topic) ?? [])]));
    for (const follower of followers) {
      const wanted = messages.filter(({ topic }) => follower.topics.has(topic));
      const key = wanted.map(({ topic }) => topic).join(' ');
      const piece = pieces.get(key) ?? Buffer.concat(wanted.map(({ bytes }) => bytes));
      pieces.set(key, piece);
      follower.send(piece);
    }
  }

  /** To everybody, whatever they follow: heartbeats. */
  broadcast(bytes: Uint8Array): void {
    for (const follower of this.#followers) follower.send(bytes);
  }

  /** Rule A7: ends the streams of those who follow a topic and may no longer; they come back without it. */
  keepOnly(topic: string, personIds: readonly string[]): void {
    for (const follower of [...(this.#byTopic.get(topic) ?? [])]) {
      if (!personIds.includes(follower.personId)) follower.close();
    }
  }

  hasFollowers(topic: string): boolean {
    return this.#byTopic.has(topic);
  }

  followedTopics(): string[] {
    return [...this.#byTopic.keys()];
  }

  followersOf(topic: string): readonly Follower[] {
    return [...(this.#byTopic.get(topic) ?? [])];
  }

  /** The topics that somebody joined or left since this was last asked. */
  takeChangedTopics(): string[] {
    const changed = [...this.#changedTopics];
    this.#changedTopics.clear();
    return changed;
  }

  followers(): readonly Follower[] {
    return [...this.#followers];
  }

  /** Says goodbye to all, so that an open stream does not hold the process on SIGTERM; nobody may join after. */
  drain(farewell: Uint8Array): void {
    this.#isDraining = true;
    for (const follower of this.followers()) {
      follower.send(farewell);
      follower.close();
    }
  }
}

/** This node's hub. */
export function hub(): Hub {
  return perProcess('hub', () => new Hub());
}
