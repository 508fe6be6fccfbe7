import 'server-only';
import type { ServerResponse } from 'node:http';
import type { AccessRole } from '@/lib/domain/access/role';
import type { Follower } from './hub';
import { hub } from './hub';
import { apiHeaders, securityHeaders } from './security-headers.js';
import { sseRetry } from './sse-message';

const maxLagBytes = 1_000_000;
const comeBack = sseRetry(500);
const headers = {
  ...securityHeaders,
  ...apiHeaders,
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
  // Nothing comes after a stream on its connection, so what is sent needs no frames: the same bytes go to everybody.
  connection: 'close',
};

function ignore(): void {}

/** What a new follower wants, and how it is greeted; its messages go to this one reader only. */
export interface StreamRequest {
  topics: ReadonlySet<string>;
  signInId: string;
  personId: string;
  name: string;
  role: AccessRole;
  greet(send: Follower['send']): Promise<void>;
}

/** One open event stream, on the bare response: thousands of them are held at once. */
export class EventStream implements Follower {
  readonly topics: ReadonlySet<string>;
  readonly signInId: string;
  readonly personId: string;
  readonly name: string;
  readonly role: AccessRole;
  readonly #response: ServerResponse;
  #isOpen = true;

  private constructor(response: ServerResponse, { topics, signInId, personId, name, role }: StreamRequest) {
    this.#response = response;
    this.topics = topics;
    this.signInId = signInId;
    this.personId = personId;
    this.name = name;
    this.role = role;
  }

  /** Answers with a stream: joins first, so that nothing falls between greeting and following. */
  static open(response: ServerResponse, request: StreamRequest): void {
    if (response.destroyed) return;
    const stream = new EventStream(response, request);
    response.useChunkedEncodingByDefault = false;
    response.writeHead(200, headers);
    response.once('close', () => stream.#leave());
    // Somebody who is gone is no error; the close follows.
    response.on('error', ignore);
    hub().join(stream);
    // What the greeting says at once goes out in one piece.
    response.cork();
    stream.send(comeBack);
    request.greet((bytes) => stream.send(bytes)).catch(() => stream.close());
    response.uncork();
  }

  /** Never waits. A reader that lags too far behind is dropped, with all that waits for it; it resumes by id. */
  send(bytes: Uint8Array): void {
    if (!this.#isOpen) return;
    if (this.#response.writableLength <= maxLagBytes) {
      this.#response.write(bytes);
      return;
    }
    this.#leave();
    this.#response.destroy();
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#leave();
    this.#response.end();
  }

  #leave(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    hub().leave(this);
  }
}
