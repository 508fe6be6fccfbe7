import 'server-only';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Which requests are answered before Next's pipeline, by method and path, and how. */
export interface EarlyAnswer {
  suits(method: string | undefined, path: string): boolean;
  answer: Answer;
}

/** What `scripts/start/console-server.mjs` and the bundle know of each other: they share a process and no module. */
interface FrontDoor {
  server: Server;
  /** The first one that suits answers. */
  answers: EarlyAnswer[];
}

const key = Symbol.for('incident-console.front-door');
const lookEveryMs = 50;

/** Null in a process that serves nobody, such as a test. */
function frontDoor(): FrontDoor | null {
  return (globalThis as { [key]?: FrontDoor })[key] ?? null;
}

/** Has such requests answered on the bare server: what lasts long or carries gigabytes needs no framework made for pages. */
export function answerBeforeNext(early: EarlyAnswer): void {
  frontDoor()?.answers.push(early);
}

/** Takes no more connections; resolves when the last request is answered. */
export function closeFrontDoor(): Promise<void> {
  const server = frontDoor()?.server;
  if (!server) return Promise.resolve();
  // A connection that was busy at first is kept for a next request that shall not come.
  const looking = setInterval(() => server.closeIdleConnections(), lookEveryMs);
  return new Promise((resolve) => {
    server.close(() => {
      clearInterval(looking);
      resolve();
    });
  });
}
