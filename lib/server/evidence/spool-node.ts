import 'server-only';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { perProcess } from '../kernel/per-process';
import { isFileProblem } from './is-file-problem';
import { spool } from './spool';

/** The name of this node's spool, kept in it: the same after a restart, and for processes that share the folder. */
export function spoolNode(): string {
  return perProcess('evidence-spool-node', () => {
    const place = path.join(/* turbopackIgnore: true */ spool().folder, 'node-name');
    const own = `${place}.${process.pid}`;
    writeFileSync(own, uuidv7(), { mode: 0o600, flush: true });
    try {
      linkSync(own, place);
    } catch (error) {
      if (!isFileProblem(error, 'EEXIST')) throw error;
    } finally {
      rmSync(own, { force: true });
    }
    return readFileSync(place, 'utf8').trim();
  });
}
