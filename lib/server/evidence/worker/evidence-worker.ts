import { parentPort } from 'node:worker_threads';
import { type Question, type Reply, tasks } from './tasks';

/** Runs in a thread of its own: what reads whole evidence files never holds up a request. */
async function answer({ id, task, input }: Question): Promise<Reply> {
  try {
    // The desk sends each task with its own input.
    return { id, answer: await tasks[task](input as never) };
  } catch (error) {
    return { id, reason: error instanceof Error ? error.message : 'unknown' };
  }
}

parentPort?.on('message', async (question: Question) => parentPort?.postMessage(await answer(question)));
