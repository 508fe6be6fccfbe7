import { v7 as uuidv7 } from 'uuid';
import { type Follower, hub } from '@/lib/server/kernel/hub';

/** One server-sent event as a test reads it. */
export interface HeardMessage {
  event: string;
  data: unknown;
  id?: string;
}

export interface TestFollower extends Follower {
  heard: HeardMessage[];
  /** The data of all messages with this name. */
  all<T>(event: string): T[];
  isClosed(): boolean;
  leave(): void;
}

/** Reads the bytes of one server-sent event. */
export function readSse(bytes: Uint8Array): HeardMessage {
  const fields = Object.fromEntries(
    new TextDecoder()
      .decode(bytes)
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  const { event = '', data = 'null', id } = fields as Record<string, string>;
  return { event, data: JSON.parse(data), ...(id === undefined ? {} : { id }) };
}

/** Somebody who follows these topics on this node's hub, without a socket. */
export function aFollower(topics: readonly string[], signInId: string = uuidv7()): TestFollower {
  const heard: HeardMessage[] = [];
  let isClosed = false;
  const follower: TestFollower = {
    topics: new Set(topics),
    signInId,
    heard,
    all: <T>(event: string) => heard.filter((message) => message.event === event).map(({ data }) => data as T),
    isClosed: () => isClosed,
    send: (bytes) => heard.push(readSse(bytes)),
    close: () => {
      isClosed = true;
      hub().leave(follower);
    },
    leave: () => hub().leave(follower),
  };
  hub().join(follower);
  return follower;
}
