/**
 * The console's own process. It ends with the one that started it, even when that one is killed, and takes along what
 * it has started itself.
 */
process.once('disconnect', () => {
  try {
    process.kill(-process.pid, 'SIGKILL');
  } finally {
    process.exit(1);
  }
});

// Evidence and the like are for nobody else on this computer.
process.umask(0o077);

await import('./console-server.mjs');
