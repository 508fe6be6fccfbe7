import 'server-only';
import { now } from '../../kernel/clock';
import { database } from '../../kernel/database';
import { log } from '../../observability/log';
import { inTurn } from '../in-turn';
import { spoolNode } from '../spool-node';
import { prepareReading } from './prepare-reading';

// Whoever brings a file in right now does this by themselves.
const settledMs = 60_000;
const atOnce = 50;

/** Makes files ready to read that a crash, the database or the store has left unread. */
export async function tendReadings(): Promise<void> {
  const rows = await database().evidenceObject.findMany({
    where: {
      capturedAt: { lt: new Date(now().getTime() - settledMs) },
      indexState: { in: ['none', 'building'] },
      OR: [{ place: 'store' }, { place: 'spool', node: spoolNode() }],
    },
    orderBy: { receivedAt: 'desc' },
    select: { id: true },
    take: atOnce,
  });
  for (const { id } of rows) {
    await inTurn('evidence.read', () => prepareReading(id)).catch((error) => {
      const reason = error instanceof Error ? error.message : 'unknown';
      log().warn({ evidenceId: id, reason }, 'saved evidence is not ready to read yet');
    });
  }
}
