import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import type { BrokenBookmark } from '@/lib/domain/incident/incident';
import { explainRejection } from '@/lib/domain/kernel/explain-rejection';
import { getCatalogue } from '../catalogue/get-catalogue';
import { commsLookup } from '../comms/comms-lookup';
import { checkBookmarks } from '../degradation/bookmark-checks';
import { listBrokenBookmarks } from '../degradation/list-broken-bookmarks';
import { env } from '../env';
import { eventsFor } from '../incident/side-for';
import { commandCount } from '../observability/metrics';
import { opensStream } from './decide-command';
import { execute } from './execute';
import { parseCommand } from './parse-command';
import { problemResponse, problems, statusOfRejection } from './problem';
import { writePool } from './write-pool';

/** A command's body from a known actor to its answer (design §7). */
export async function handleCommand(actor: Actor, body: unknown, traceId: string): Promise<Response> {
  const reading = parseCommand(body);
  if (!reading.ok) {
    const title =
      reading.code === 'unknown_command' ? 'There is no such command' : 'The command does not have the right shape';
    return problemResponse({ status: 422, code: reading.code, title, errors: reading.problems }, traceId);
  }
  const brokenBookmarks = opensStream(reading.command) ? await brokenNow() : [];
  const door = {
    writes: writePool(),
    catalogue: getCatalogue(),
    chainKey: env().CHAIN_KEY,
    brokenBookmarks,
    commsLookup,
  };
  const executed = await execute(door, actor, reading.command);
  if (executed.reused) return problemResponse(problems.commandIdReused, traceId);

  const { outcome, duplicate } = executed;
  commandCount().inc({ type: reading.command.type, outcome: duplicate ? 'duplicate' : outcome.outcome });
  // At every declaration: people are about to need their tools.
  if (outcome.outcome === 'applied' && !duplicate && reading.command.type === 'incident.declare') {
    void checkBookmarks(door.catalogue.bookmarks).catch(() => {});
  }
  const isRejected = outcome.outcome === 'rejected';
  const answer = {
    ...outcome,
    // Somebody who may no longer read what they once sent.
    events: eventsFor(actor, outcome.events),
    ...(duplicate ? { duplicate } : {}),
    ...(isRejected ? { detail: explainRejection(outcome.rejection), traceId } : {}),
  };
  return Response.json(answer, {
    status: isRejected ? statusOfRejection(outcome.rejection) : 200,
    headers: { 'cache-control': 'no-store' },
  });
}

/** What did not answer when it was last asked, at most 15 minutes ago; asking anew would make the declaration wait. */
async function brokenNow(): Promise<BrokenBookmark[]> {
  return (await listBrokenBookmarks()).map(({ id, name: label, url, detail }) => ({ id, label, url, detail }));
}
