import 'server-only';
import type { EvidenceObject } from '@/generated/prisma/client';
import type { Actor } from '@/lib/domain/access/actor';
import { custodyKey } from '@/lib/domain/evidence/evidence';
import { now } from '../../kernel/clock';
import { perProcess } from '../../kernel/per-process';
import { recordEvidence } from '../record-evidence';

// Shorter than the five minutes that make one view of it: who scrolls does not knock at the record for each screenful.
const knownMs = 4 * 60_000;
const mostKnown = 5_000;

/** Rule E6: whoever is shown something of a file has viewed it. Throws when that cannot be recorded: then nothing is shown. */
export async function noteView(actor: Actor, { id, incidentNumber }: EvidenceObject): Promise<void> {
  const noted = perProcess('evidence-views', () => new Map<string, number>());
  const key = custodyKey(id, actor.id);
  const at = now().getTime();
  if (at - (noted.get(key) ?? 0) < knownMs) return;
  const executed = await recordEvidence(actor, 'evidence.record_view', { number: incidentNumber, evidenceId: id });
  if (executed.reused || executed.outcome.outcome === 'rejected') throw new Error('a view could not be recorded');
  if (noted.size >= mostKnown) noted.clear();
  noted.set(key, at);
}
