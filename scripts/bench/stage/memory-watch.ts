import { residentKb } from './process-use';

const LOOK_EVERY_MS = 50;

/** Watches how the resident memory of a process grows until it is told to stop; then answers by how much at most, in MB. */
export function watchMemory(pid: number): () => number {
  const before = residentKb(pid);
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, residentKb(pid));
  }, LOOK_EVERY_MS);
  return () => {
    clearInterval(timer);
    return ((most - before) * 1024) / 1_000_000;
  };
}
