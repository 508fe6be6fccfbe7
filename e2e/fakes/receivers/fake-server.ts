import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** How the next request is met, instead of as usual. `cut_after` and `silent` take it in first. */
export type Behaviour =
  | { status: number; headers?: Record<string, string>; body?: string }
  | 'cut_before'
  | 'cut_after'
  | 'silent';

export interface FakeRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: http.IncomingHttpHeaders;
  body: string;
  /** When its head was in, epoch milliseconds. */
  at: number;
}

export interface FakeAnswer {
  status: number;
  body: unknown;
}

/** A receiver of updates that holds what it gets against its vendor's documentation. */
export interface FakeReceiver {
  url: string;
  /** All requests that it took in, in their order. */
  received: FakeRequest[];
  /** What did not fit the documentation. A test that is done expects none. */
  problems: string[];
  /** For the next requests, one each. */
  behave(...behaviours: Behaviour[]): void;
  /** For the next request to this path. */
  behaveOn(path: string, behaviour: Behaviour): void;
  end(): Promise<void>;
}

/** Starts a receiver. `answer` throws where a request is not as documented. */
export async function startFake(answer: (request: FakeRequest) => FakeAnswer, port = 0): Promise<FakeReceiver> {
  const fake = { received: [] as FakeRequest[], problems: [] as string[] };
  const waiting: Behaviour[] = [];
  const waitingOn = new Map<string, Behaviour>();

  function take(request: FakeRequest): FakeAnswer {
    fake.received.push(request);
    try {
      return answer(request);
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error);
      fake.problems.push(`${request.method} ${request.path}: ${said}`);
      return { status: 400, body: { error: 'not as documented' } };
    }
  }

  async function serve(incoming: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const url = new URL(incoming.url ?? '/', 'http://fake');
    const behaviour = waitingOn.get(url.pathname) ?? waiting.shift();
    waitingOn.delete(url.pathname);
    if (behaviour === 'cut_before') return void incoming.socket.destroy();
    const { method = '', headers } = incoming;
    const at = Date.now();
    const request = { method, path: url.pathname, query: url.searchParams, headers, body: await text(incoming), at };
    if (typeof behaviour === 'object') {
      return void response.writeHead(behaviour.status, behaviour.headers).end(behaviour.body ?? '');
    }
    const { status, body } = take(request);
    if (behaviour === 'cut_after') return void incoming.socket.destroy();
    if (behaviour === 'silent') return;
    const said = typeof body === 'string' ? body : JSON.stringify(body);
    response
      .writeHead(status, { 'content-type': typeof body === 'string' ? 'text/plain' : 'application/json' })
      .end(said);
  }

  const server = http.createServer(
    (request, response) => void serve(request, response).catch(() => response.destroy()),
  );
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    ...fake,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    behave: (...behaviours) => void waiting.push(...behaviours),
    behaveOn: (path, behaviour) => void waitingOn.set(path, behaviour),
    end: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
