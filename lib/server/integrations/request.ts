import 'server-only';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { describeFailure } from '../health/describe-failure';
import { FetchRefusal } from '../health/fetch-refusal';
import { readLimitedBody } from '../health/read-limited-body';
import { readRetryAfter } from './read-retry-after';

const deadlineMs = 10_000;

export interface Asked {
  method: 'GET' | 'POST' | 'PATCH' | 'PUT';
  headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, exactly these characters. */
  body?: string;
}

/** `hasLeft` is false only when it is certain that the receiver saw nothing. */
export type Answer =
  | { isAnswer: true; status: number; body: string; retryAfterMs: number | null }
  | { isAnswer: false; hasLeft: boolean; problem: string };

/**
 * One request on a connection of its own (one that is kept open may be closed by the other side just now, and then nobody
 * knows), answered within 10 s, without redirects, at most 256 kB. Never throws.
 */
export async function request(url: string, asked: Asked): Promise<Answer> {
  const deadline = AbortSignal.timeout(deadlineMs);
  const progress = { hasLeft: false };
  try {
    const response = await send(new URL(url), asked, deadline, progress);
    const retryAfterMs = readRetryAfter(response.headers['retry-after']);
    const body = (await readLimitedBody(response, deadline)).toString('utf8');
    return { isAnswer: true, status: response.statusCode ?? 0, body, retryAfterMs };
  } catch (error) {
    const problem = deadline.aborted ? 'no answer within 10 s' : describeFailure(error);
    return { isAnswer: false, hasLeft: progress.hasLeft, problem };
  }
}

function send(url: URL, asked: Asked, signal: AbortSignal, progress: { hasLeft: boolean }): Promise<IncomingMessage> {
  const secure = url.protocol === 'https:';
  const length = asked.body === undefined ? {} : { 'content-length': String(Buffer.byteLength(asked.body)) };
  const type = asked.body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' };
  const own = { accept: 'application/json', 'accept-encoding': 'identity', 'user-agent': 'incident-console' };
  return new Promise((resolve, reject) => {
    const headers = { ...own, ...type, ...length, ...asked.headers };
    const outgoing = (secure ? https : http).request(url, { method: asked.method, agent: false, signal, headers });
    outgoing.once('socket', (socket) => {
      socket.once(secure ? 'secureConnect' : 'connect', () => {
        progress.hasLeft = true;
      });
    });
    outgoing.once('response', resolve);
    outgoing.on('error', reject);
    outgoing.once('close', () => reject(new FetchRefusal('connection lost before the answer')));
    outgoing.end(asked.body);
  });
}
