import http from 'node:http';
import { v7 as uuidv7 } from 'uuid';
import { monotonicMs } from '../clock';

export interface Answer {
  status: number;
  body: string;
}

/** What became of one command; times are monotonic milliseconds. */
export interface Sent {
  status: number;
  outcome: string;
  /** The events that it led to, when it was applied. */
  events: { seq: number; recordedAt: string }[];
  number: string;
  sentAt: number;
  answeredAt: number;
}

/** Somebody who is signed in, without a browser around them. */
export class Session {
  readonly origin: string;
  readonly cookie: string;
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 64 });

  constructor(origin: string, cookie: string) {
    this.origin = origin;
    this.cookie = cookie;
  }

  /** Reads a page or resource to its last byte. */
  get(path: string): Promise<Answer> {
    return this.#ask('GET', path);
  }

  /** Sends JSON and answers with what came back. */
  async post(path: string, body: object): Promise<Record<string, unknown>> {
    return JSON.parse((await this.#ask('POST', path, JSON.stringify(body))).body);
  }

  /** Sends one command and waits for its answer. Rejects when nobody answers. */
  async send(type: string, input: object, commandId = uuidv7()): Promise<Sent> {
    const sentAt = monotonicMs();
    const { status, body } = await this.#ask('POST', '/api/v1/commands', JSON.stringify({ commandId, type, input }));
    const answeredAt = monotonicMs();
    const { outcome = 'refused', events = [], number = '' } = JSON.parse(body) as Partial<Sent>;
    return { status, outcome, events, number, sentAt, answeredAt };
  }

  /** Declares an incident and answers its number. */
  async declare(title: string): Promise<string> {
    const { number, status } = await this.send('incident.declare', { title });
    if (!number) throw new Error(`declaring was answered with ${status}`);
    return number;
  }

  /** Lets go of its connections, which would otherwise hold up a console that is told to stop. */
  disconnect(): void {
    this.#agent.destroy();
  }

  #ask(method: string, path: string, body?: string): Promise<Answer> {
    const headers = { cookie: this.cookie, origin: this.origin, ...(body && { 'content-type': 'application/json' }) };
    const { port, host } = new URL(this.origin);
    return new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port, path, method, agent: this.#agent, headers: { ...headers, host } };
      const request = http.request(options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() });
        });
      });
      request.setTimeout(20_000, () => request.destroy(new Error(`${method} ${path}: no answer in 20 s`)));
      request.on('error', (error: NodeJS.ErrnoException) => {
        // The console closed an idle connection in the moment in which it was taken up again.
        if (request.reusedSocket && error.code === 'ECONNRESET') resolve(this.#ask(method, path, body));
        else reject(error);
      });
      request.end(body);
    });
  }
}
