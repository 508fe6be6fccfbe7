/**
 * What went wrong, for people: an Error of ours or of the system is one line that says it; anything else is a mistake in
 * the program and comes with its trace.
 */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.constructor === Error ? error.message : (error.stack ?? error.message);
}

/** Runs a command of this project to its end; a failure is told in plain words and ends with code 1. */
export function runCommand(work: () => Promise<void>): void {
  work().catch((error) => {
    process.stderr.write(`${describeFailure(error)}\n`);
    process.exit(1);
  });
}
