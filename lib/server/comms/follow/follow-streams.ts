import 'server-only';
import type { ServerResponse } from 'node:http';
import { actorsOf } from '../../access/sign-in-store';
import { now } from '../../kernel/clock';
import { perProcess } from '../../kernel/per-process';
import { securityHeaders } from '../../kernel/security-headers.js';
import { sseMessage, sseRetry } from '../../kernel/sse-message';
import { type Followed, mayFollow } from './find-followed';
import { stillHeld } from './find-held-link';
import { type FollowHead, pageVersion, readFollowHeads } from './publications';

const mostLagBytes = 100_000;
const comeBack = sseRetry(2_000);
const headers = {
  ...securityHeaders,
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no',
  connection: 'close',
};

interface OpenStream {
  number: string;
  by: Followed['by'];
  response: ServerResponse;
}

/** Who has a follow page open on this node. They are told only which version the page has; the page is fetched. */
class FollowStreams {
  readonly #open = new Set<OpenStream>();
  readonly #told = new Map<string, number>();
  isDraining = false;

  get size(): number {
    return this.#open.size;
  }

  /** Answers with a stream that says where the page stands, and again whenever it changes. */
  open({ head, by }: Followed, response: ServerResponse): void {
    const stream = { number: head.number, by, response };
    response.useChunkedEncodingByDefault = false;
    response.writeHead(200, headers);
    response.on('error', () => {});
    response.once('close', () => this.#open.delete(stream));
    this.#open.add(stream);
    send(stream, Buffer.concat([comeBack, atVersion(head)]));
  }

  ping(): void {
    const ping = sseMessage('ping', { at: now().toISOString() });
    for (const stream of this.#open) send(stream, ping);
  }

  /** Reads where the pages stand and who may still read them; tells what changed, ends what may not go on (rules A4, A7, M6). */
  async look(only?: string): Promise<void> {
    const streams = [...this.#open].filter(({ number }) => only === undefined || number === only);
    if (streams.length === 0) return;
    const signIns = streams.flatMap(({ by }) => ('signInId' in by ? [by.signInId] : []));
    const links = streams.flatMap(({ by }) => ('linkId' in by ? [by.linkId] : []));
    const [heads, actors, held] = await Promise.all([
      readFollowHeads([...new Set(streams.map(({ number }) => number))]),
      actorsOf([...new Set(signIns)]),
      stillHeld([...new Set(links)]),
    ]);
    for (const stream of streams) {
      const head = heads.get(stream.number);
      const { by } = stream;
      const may = 'linkId' in by ? held.has(by.linkId) : head && actors.has(by.signInId) && mayFollow(head, by.actor);
      if (!may || !head) this.#end(stream, sseMessage('gone', {}));
    }
    for (const head of heads.values()) this.#tell(head);
  }

  /** Ends all of them, so that none holds the process on SIGTERM; they come back to another one. */
  drain(): void {
    this.isDraining = true;
    for (const stream of this.#open) this.#end(stream);
  }

  #tell(head: FollowHead): void {
    const version = pageVersion(head);
    if (this.#told.get(head.number) === version) return;
    this.#told.set(head.number, version);
    const message = atVersion(head);
    for (const stream of this.#open) if (stream.number === head.number) send(stream, message);
  }

  #end(stream: OpenStream, farewell?: Uint8Array): void {
    this.#open.delete(stream);
    stream.response.end(farewell);
  }
}

function atVersion(head: FollowHead): Buffer {
  return sseMessage('at', pageVersion(head));
}

/** Never waits: whoever reads too slowly is let go, and comes back. */
function send({ response }: OpenStream, bytes: Uint8Array): void {
  if (response.writableLength > mostLagBytes) response.destroy();
  else response.write(bytes);
}

/** This node's followers of follow pages. */
export function followStreams(): FollowStreams {
  return perProcess('follow-streams', () => new FollowStreams());
}
