import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';

const pauseMs = 500;
const longestMs = 40_000;

/**
 * Writes down what came of a send even when the database is away for some seconds: what is lost here could only be called
 * uncertain. Throws the last error after 40 s, which ends before others may take the try for abandoned.
 */
export async function untilWritten<T>(write: () => Promise<T>): Promise<T> {
  const until = performance.now() + longestMs;
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (performance.now() > until) throw error;
      await sleep(pauseMs);
    }
  }
}
