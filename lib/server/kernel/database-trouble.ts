import 'server-only';

// Connection refused or lost, shutting down, too many connections, timeouts, locks: worth a retry, nobody's bug.
const passing =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|timeout|Connection terminated|terminating connection|the database system is|not currently accepting connections|Can't reach database|Server has closed|not queryable|too many (clients|connections)|P1001|P1002|P1008|P1017|P2024|P2028|57P0[123]|53300|55P03|57014|08\d\d\d|53100|58030|No space left/i;

/** True when the database, not the request, is the trouble: answer 503 and let the sender try again. */
export function isDatabaseTrouble(error: unknown): boolean {
  for (let cause: unknown = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    const code = 'code' in cause ? String(cause.code) : '';
    if (passing.test(code) || passing.test(cause.message)) return true;
  }
  return false;
}
