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

/** Reads one server-sent event. */
export function readSse(message: string | Uint8Array): HeardMessage {
  const text = typeof message === 'string' ? message : new TextDecoder().decode(message);
  const fields = Object.fromEntries(
    text
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  const { event = '', data = 'null', id } = fields as Record<string, string>;
  return { event, data: JSON.parse(data), ...(id === undefined ? {} : { id }) };
}

/** Somebody who follows these topics on this node's hub, without a socket. */
export function aFollower(
  topics: readonly string[],
  signInId: string = uuidv7(),
  personId: string = uuidv7(),
  { name, role }: Pick<Follower, 'name' | 'role'> = { name: 'Somebody', role: 'responder' },
): TestFollower {
  const heard: HeardMessage[] = [];
  let isClosed = false;
  const follower: TestFollower = {
    topics: new Set(topics),
    signInId,
    personId,
    name,
    role,
    heard,
    all: <T>(event: string) => heard.filter((message) => message.event === event).map(({ data }) => data as T),
    isClosed: () => isClosed,
    send: (bytes) => {
      for (const message of new TextDecoder().decode(bytes).split(/(?<=\n\n)/)) heard.push(readSse(message));
    },
    close: () => {
      isClosed = true;
      hub().leave(follower);
    },
    leave: () => hub().leave(follower),
  };
  hub().join(follower);
  return follower;
}
