import 'server-only';
import { Worker } from 'node:worker_threads';
import { perProcess } from '../../kernel/per-process';
import { log } from '../../observability/log';
import type { Reply, TaskName, Tasks } from './tasks';

type Input<Name extends TaskName> = Parameters<Tasks[Name]>[0];
type Answer<Name extends TaskName> = Awaited<ReturnType<Tasks[Name]>>;

interface Waiting {
  settle(reply: Reply | Error): void;
}

const idleMs = 60_000;

/** The worker ended or was ended before it answered. */
export class WorkerGone extends Error {}

// Node 20 reads no TypeScript, and a thread does not inherit what reads it for tests and scripts.
const fromSources = `
  const { workerData } = require('node:worker_threads');
  import('tsx/esm/api').then(({ register }) => {
    register();
    return import(workerData);
  });
`;

function startWorker(): Worker {
  // biome-ignore lint/style/noProcessEnv: Next says by this variable that the worker is bundled
  if (process.env.NEXT_RUNTIME === 'nodejs') return new Worker(new URL('./evidence-worker.ts', import.meta.url));
  const workerData = new URL('./evidence-worker.ts', import.meta.url).href;
  return new Worker(fromSources, { eval: true, workerData });
}

/** Asks one worker thread, which is started when it is needed and ended when nobody asked for a minute. */
export class WorkerDesk {
  #worker: Worker | null = null;
  #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #idle: NodeJS.Timeout | undefined;

  /** Throws a WorkerGone when the answer takes longer than `timeoutMs`: the thread is ended, whatever held it up. */
  ask<Name extends TaskName>(task: Name, input: Input<Name>, timeoutMs?: number): Promise<Answer<Name>> {
    clearTimeout(this.#idle);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const id = ++this.#lastId;
    return new Promise<Answer<Name>>((resolve, reject) => {
      const deadline = timeoutMs === undefined ? undefined : setTimeout(() => this.#drop(worker), timeoutMs);
      const settle = (reply: Reply | Error) => {
        clearTimeout(deadline);
        this.#waiting.delete(id);
        if (this.#waiting.size === 0) this.#rest();
        if (reply instanceof Error) reject(reply);
        else if ('reason' in reply) reject(new Error(reply.reason));
        else resolve(reply.answer as Answer<Name>);
      };
      this.#waiting.set(id, { settle });
      worker.postMessage({ id, task, input });
    });
  }

  #start(): Worker {
    const worker = startWorker();
    worker.unref();
    worker.on('message', (reply: Reply) => this.#waiting.get(reply.id)?.settle(reply));
    worker.on('error', ({ message }) => {
      log().error({ reason: message }, 'the evidence worker failed');
      this.#drop(worker);
    });
    worker.on('exit', () => this.#drop(worker));
    return worker;
  }

  #drop(worker: Worker): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    void worker.terminate();
    for (const { settle } of [...this.#waiting.values()]) settle(new WorkerGone('the evidence worker ended'));
  }

  #rest(): void {
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#worker && this.#drop(this.#worker), idleMs);
    this.#idle.unref();
  }
}

/** For what a page waits for. */
export const quickDesk = () => perProcess('evidence quick desk', () => new WorkerDesk());

/** For whole files. */
export const longDesk = () => perProcess('evidence long desk', () => new WorkerDesk());
