const LONGEST_STOP_MS = 1000;

/**
 * Lets this process live no longer than the one that started it: it ends when asked to, and when the channel to its
 * parent closes, which also happens when the parent is killed.
 */
export function followParent(stop: () => Promise<void>): void {
  const end = () => {
    setTimeout(() => process.exit(0), LONGEST_STOP_MS).unref();
    stop().finally(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, end);
  process.once('disconnect', end);
}
