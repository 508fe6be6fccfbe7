import type { Shutdown } from './shutdown';

// npm passes on a Ctrl-C that the terminal has sent to us as well.
const SAME_PRESS_MS = 500;
const LOOK_EVERY_MS = 500;

/** A shell between npm and us does not pass signals on: its end then says that somebody wants us to stop. */
function watchNpm(stop: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watching = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watching);
    stop();
  }, LOOK_EVERY_MS);
  watching.unref();
}

/** Ctrl-C, a polite kill and a closed terminal stop everything in order; asking again does it at once. */
export function stopOnSignals(shutdown: Shutdown): void {
  let askedAt: number | undefined;
  const stop = () => {
    askedAt = performance.now();
    process.stdout.write('\nStopping… (Ctrl-C again to stop at once)\n');
    shutdown.run().then(() => {
      process.stdout.write('Stopped.\n');
      process.exit(0);
    });
  };
  const onSignal = () => {
    if (askedAt === undefined) stop();
    else if (performance.now() - askedAt > SAME_PRESS_MS) shutdown.force();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  watchNpm(() => askedAt === undefined && stop());
}
