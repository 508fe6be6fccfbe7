import { AsyncLocalStorage } from 'node:async_hooks';
import { vi } from 'vitest';
import type { Actor } from '@/lib/domain/access/actor';
import { recordCommands } from '@/lib/domain/contents';
import { evolve } from '@/lib/domain/evolve';
import type { RecordView } from '@/lib/domain/record-view';
import { settleSteps } from '@/lib/domain/settle-steps';

/** A request on its way, first there, then back. */
export interface Request {
  kind: 'request';
  path: string;
  body: unknown;
  /** Set once the server has answered. */
  answer?: { status: number; body: unknown };
  resolve(response: Pick<Response, 'ok' | 'status' | 'json'>): void;
  reject(reason: Error): void;
}

/** One message of the stream on its way. */
export interface Told {
  kind: 'told';
  name: 'incident' | 'head' | 'ping';
  data: unknown;
}

/** A wait of the page for something to be tried again. */
interface Timer {
  kind: 'timer';
  run(): void;
}

export type Wire = Request | Told | Timer;

/** Whose page it is that asks right now; it follows promises and timers around. */
const asking = new AsyncLocalStorage<RaceBrowser>();
const realSetTimeout = globalThis.setTimeout;
// Shorter waits are the libraries', longer ones give something up or clean it away.
const isRetry = (ms = 0) => ms > 100 && ms < 15_000;

/** Puts wires that a test moves in place of network and retries, for pages only; the server beside them keeps its own. */
export function layWires(): void {
  const stored = new Map<string, string>();
  const localStorage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
    key: (index: number) => [...stored.keys()][index] ?? null,
    get length() {
      return stored.size;
    },
  };
  vi.stubGlobal('window', { localStorage, addEventListener: () => {} });
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    const browser = asking.getStore();
    if (!browser) throw new Error(`nobody's page asks for ${path}`);
    return browser.ask(path, init);
  });
  vi.stubGlobal('setTimeout', (run: () => void, ms?: number, ...more: unknown[]) => {
    const browser = asking.getStore();
    if (!browser || !isRetry(ms)) return realSetTimeout(run, ms, ...more);
    return browser.wait(run);
  });
}

async function ownModules() {
  vi.resetModules();
  const [{ Outbox }, cache, { foresee }, { applyMessage }, { recordKey }, { settle }, clock, { QueryClient }] =
    await Promise.all([
      import('@/lib/client/outbox/outbox'),
      import('@/lib/client/store/record-cache'),
      import('@/lib/client/store/foresee'),
      import('@/lib/client/stream/apply-message'),
      import('@/lib/client/store/query-keys'),
      import('@/lib/client/store/settle'),
      import('@/lib/client/store/server-clock'),
      import('@tanstack/react-query'),
    ]);
  cache.provideFold(evolve);
  return { Outbox, ...cache, foresee, applyMessage, recordKey, settle, ...clock, QueryClient };
}

type Modules = Awaited<ReturnType<typeof ownModules>>;

/** Somebody's browser with modules of its own, as two browsers have; `open` puts a fresh page in it. */
export async function aBrowserOf(actor: Actor): Promise<(view: RecordView) => RaceBrowser> {
  const modules = await ownModules();
  return (view) => new RaceBrowser(actor, modules, view);
}

/** One person's open record: the real queue, cache and foresight, on wires that a test moves. */
export class RaceBrowser {
  readonly actor: Actor;
  readonly number: string;
  wires: Wire[] = [];
  isOnline = true;
  readonly #modules: Modules;
  readonly #client: InstanceType<Modules['QueryClient']>;
  readonly #outbox: InstanceType<Modules['Outbox']>;

  constructor(actor: Actor, modules: Modules, view: RecordView) {
    this.actor = actor;
    this.number = view.state.incident.number;
    this.#modules = modules;
    this.#client = new modules.QueryClient();
    this.#client.setQueryData<RecordView>(modules.recordKey(this.number), view);
    modules.setServerTime(new Date().toISOString());
    this.#outbox = this.#here(
      () => new modules.Outbox(actor.id, (number, events) => modules.settle(this.#client, number, events)),
    );
  }

  #here<T>(run: () => T): T {
    return asking.run(this, run);
  }

  ask(path: string, init?: RequestInit): Promise<Pick<Response, 'ok' | 'status' | 'json'>> {
    if (!this.isOnline) return Promise.reject(new TypeError('offline'));
    const body = init?.body === undefined ? null : JSON.parse(String(init.body));
    return new Promise((resolve, reject) => {
      this.wires.push({ kind: 'request', path, body, resolve, reject });
    });
  }

  wait(run: () => void): number {
    this.wires.push({ kind: 'timer', run: () => this.#here(run) });
    return 0;
  }

  send(type: string, input: Record<string, unknown>): string {
    const { number } = this;
    return this.#here(() => this.#outbox.add({ type, number, input: { number, ...input } }));
  }

  /** Takes in what came over the stream. */
  hear({ name, data }: Told): void {
    this.#here(() => this.#modules.applyMessage(this.#client, { name, data } as never));
  }

  flush(): void {
    this.#here(() => this.#outbox.flush());
  }

  /** What the server has, as this page knows it. */
  view(): RecordView {
    const view = this.#client.getQueryData<RecordView>(this.#modules.recordKey(this.number));
    if (!view) throw new Error('the record left the page');
    return view;
  }

  entries() {
    return this.#outbox.entries();
  }

  /** The person has read what was refused. */
  dismissAll(): void {
    for (const { commandId } of this.entries()) this.#outbox.discard(commandId);
  }

  /** What the person sees: with their own unsent commands in it. */
  shown() {
    return this.#modules.foresee(this.view(), this.entries(), this.actor, {
      decides: recordCommands,
      evolve,
      settleSteps,
    });
  }
}
