import 'server-only';
import { log } from '../observability/log';
import { perProcess } from './per-process';
import { runNode } from './run-node';

/** Starts this node once; refuses to run, in one message, with what it cannot work with. */
export function startNode(): void {
  perProcess('node', () => {
    try {
      runNode();
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      process.exit(1);
    }
    process.on('unhandledRejection', (reason) => {
      log().error({ reason: reason instanceof Error ? reason.message : 'unknown' }, 'an unhandled rejection');
    });
    return true;
  });
}
