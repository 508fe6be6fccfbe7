/** Runs once a process, before the first request. A configuration or catalogue that is not sound ends the process. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: Next says by this variable which runtime loads the file
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startNode } = await import('./lib/server/kernel/start-node');
  startNode();
}
