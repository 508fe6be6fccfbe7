import 'server-only';
import { v7 as uuidv7 } from 'uuid';
import { spoolNode } from '../../evidence/spool-node';
import { perProcess } from '../../kernel/per-process';

/** Who works on a delivery: this node, the same after a restart, and this process of it. */
export function queueNode(): string {
  return perProcess('queue-node', () => `${spoolNode()}/${uuidv7()}`);
}
