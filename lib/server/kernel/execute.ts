import 'server-only';
import type { PrismaClient } from '@/generated/prisma/client';
import type { Actor, DecideContext } from '@/lib/domain/access/actor';
import { toRef } from '@/lib/domain/access/actor';
import type { Catalogue } from '@/lib/domain/catalogue/catalogue';
import { type DomainEvent, evolve, type RecordedEvent, type RecordState } from '@/lib/domain/contents';
import { projectIncident } from '../incident/project-incident';
import { claimCommand, storeOutcome } from './claim-command';
import { now } from './clock';
import type { Database } from './database';
import { decideOnRecord, decideOpening, opensStream } from './decide-command';
import { appendEvents, lockStream, type StreamHead } from './event-store';
import { keepNumber, openStream } from './open-stream';
import type { Outcome } from './outcome';
import type { ParsedCommand } from './parse-command';

// A sender's clock may be a little ahead; what it claims is then taken as now (rule K7).
const toleratedSkewMs = 60_000;

/** What the write door needs from its surroundings. */
export interface WriteDoor {
  database: PrismaClient;
  catalogue: Catalogue;
  chainKey: string;
  /** Called at named points so that tests can crash there; does nothing otherwise. */
  at?: (point: 'claimed' | 'before_commit' | 'after_commit') => void;
}

export type Executed = { reused: true } | { reused: false; duplicate: boolean; outcome: Outcome };

/** The one write door (design §5): answers after commit, exactly once for each command id. Throws when the database fails. */
export async function execute(door: WriteDoor, actor: Actor, command: ParsedCommand): Promise<Executed> {
  const executed = await door.database.$transaction(
    async (tx): Promise<Executed> => {
      const at = now();
      const claim = await claimCommand(tx, actor, command, at);
      if (claim.state === 'reused') return { reused: true };
      if (claim.state === 'answered') return { reused: false, duplicate: true, outcome: claim.outcome };
      door.at?.('claimed');
      const outcome = await decideAndRecord(tx, door, actor, command, at);
      await storeOutcome(tx, command.commandId, outcome);
      door.at?.('before_commit');
      return { reused: false, duplicate: false, outcome };
    },
    { maxWait: 2_000, timeout: 8_000 },
  );
  door.at?.('after_commit');
  return executed;
}

async function decideAndRecord(
  tx: Database,
  door: WriteDoor,
  actor: Actor,
  command: ParsedCommand,
  at: Date,
): Promise<Outcome> {
  const isoNow = at.toISOString();
  const claimed = command.occurredAt ?? isoNow;
  if (Date.parse(claimed) > at.getTime() + toleratedSkewMs) {
    return rejected({ code: 'time_in_future', occurredAt: claimed, now: isoNow });
  }
  const occurredAt = claimed > isoNow ? isoNow : claimed;
  const context: DecideContext = { actor, now: isoNow, occurredAt };

  if (opensStream(command)) {
    const stream = await openStream(tx, at);
    const decision = decideOpening(command, { ...context, number: stream.number, catalogue: door.catalogue });
    if (!decision.ok) return rejected(decision.rejection);
    await keepNumber(tx, stream);
    return record(tx, door, stream.head, toEvents(stream.head, decision.events, context, command));
  }

  const head = await lockStream(tx, String(command.input.number));
  if (!head?.state) return rejected({ code: 'incident_not_found' });
  const decision = decideOnRecord(command, head.state, context);
  if (!decision.ok) return rejected(decision.rejection);
  if (decision.events.length === 0) return { outcome: 'noop', number: head.state.incident.number, events: [] };
  return record(tx, door, head, toEvents(head, decision.events, context, command));
}

function rejected(rejection: Extract<Outcome, { outcome: 'rejected' }>['rejection']): Outcome {
  return { outcome: 'rejected', rejection, events: [] };
}

function toEvents(
  head: StreamHead,
  facts: DomainEvent[],
  context: DecideContext,
  command: ParsedCommand,
): RecordedEvent[] {
  return facts.map((fact, index) => ({
    ...fact,
    seq: head.lastSeq + 1 + index,
    actor: toRef(context.actor),
    occurredAt: context.occurredAt,
    recordedAt: context.now,
    commandId: command.commandId,
  }));
}

/** Step 5: append, project and poke the listeners, all in the caller's transaction. */
async function record(tx: Database, door: WriteDoor, head: StreamHead, events: RecordedEvent[]): Promise<Outcome> {
  const state = events.reduce<RecordState | null>(evolve, head.state);
  if (!state) throw new Error('a decision without events was recorded');
  const lastSeq = head.lastSeq + events.length;
  const row = projectIncident(state);
  const id = head.incidentId;
  if (head.state === null) {
    await tx.incident.create({ data: { id, ...row, lastSeq: 0, lastHash: new Uint8Array(head.lastHash) } });
  }
  const lastHash = await appendEvents(tx, head, events, door.chainKey);
  await tx.incident.update({ where: { id }, data: { ...row, lastSeq, lastHash } });
  const pointer = JSON.stringify({ number: row.number, from: head.lastSeq + 1, to: lastSeq });
  await tx.$queryRaw`SELECT pg_notify('incident_changed', ${pointer})::text`;
  return { outcome: 'applied', number: row.number, events };
}
