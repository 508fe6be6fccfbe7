import 'server-only';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** What `scripts/start/console-server.mjs` and the bundle know of each other: they share a process and no module. */
interface FrontDoor {
  server: Server;
  /** Paths that are answered before Next's pipeline. */
  answers: Map<string, Answer>;
}

const key = Symbol.for('incident-console.front-door');
const lookEveryMs = 50;

/** Null in a process that serves nobody, such as a test. */
function frontDoor(): FrontDoor | null {
  return (globalThis as { [key]?: FrontDoor })[key] ?? null;
}

/** Has requests for this path answered on the bare server: what is held open for hours must not carry a framework each. */
export function answerBeforeNext(path: string, answer: Answer): void {
  frontDoor()?.answers.set(path, answer);
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
