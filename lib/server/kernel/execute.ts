import 'server-only';
import type { Pool } from 'pg';
import type { Actor, DecideContext } from '@/lib/domain/access/actor';
import { toRef } from '@/lib/domain/access/actor';
import type { Catalogue } from '@/lib/domain/catalogue/catalogue';
import type { DomainEvent, RecordedEvent } from '@/lib/domain/contents';
import { evolve } from '@/lib/domain/evolve';
import type { BrokenBookmark } from '@/lib/domain/incident/incident';
import { maySee } from '@/lib/domain/incident/may-see';
import type { CommsLookup } from '@/lib/domain/incident/record-context';
import type { Decision } from '@/lib/domain/kernel/decision';
import type { RecordState } from '@/lib/domain/record-state';
import { claimCommand, storeOutcome } from './claim-command';
import { now } from './clock';
import { consoleItself } from './console-itself';
import { decideOnRecord, decideOpening, opensStream } from './decide-command';
import { lockStream, type StreamHead } from './event-store';
import { lanes } from './lanes';
import { lookUp } from './look-up';
import { keepNumber, openStream } from './open-stream';
import type { Outcome } from './outcome';
import type { ParsedCommand } from './parse-command';
import { recordEvents } from './record-events';
import { relationCommands } from './relation-commands';
import { inTransaction, type WriteTransaction } from './write-transaction';

// A sender's clock may be a little ahead; what it claims is then taken as now (rule K7).
const toleratedSkewMs = 60_000;

/** What the write door needs from its surroundings. */
export interface WriteDoor {
  /** Made by `connectWrites`. */
  writes: Pool;
  catalogue: Catalogue;
  /** Bookmarks that do not answer right now: a new incident remembers them. */
  brokenBookmarks?: BrokenBookmark[];
  chainKey: string;
  /** What deciding on comms updates needs; without it they are refused as `only_on_server`. */
  commsLookup?: () => CommsLookup;
  /** Called at named points so that tests can crash there; does nothing otherwise. */
  at?: (point: 'claimed' | 'before_commit' | 'after_commit') => void;
}

export type Executed = { reused: true } | { reused: false; duplicate: boolean; outcome: Outcome };

/** What was decided, and how to write it down. */
interface Decided {
  outcome: Outcome;
  write(tx: WriteTransaction): Promise<unknown>;
}

/** The one write door (design §5): answers after commit, exactly once for each command id. Throws when the database fails. */
export async function execute(door: WriteDoor, actor: Actor, command: ParsedCommand): Promise<Executed> {
  const lane = opensStream(command) ? 'new' : String(command.input.number);
  const executed = await lanes().run(lane, () => inTransaction(door.writes, (tx) => write(tx, door, actor, command)));
  door.at?.('after_commit');
  // In transactions of their own: two incidents that name each other at once would wait for each other's lock. What a
  // crash leaves untold is told when the same command comes again, as it does until it is answered.
  if (!executed.reused) for (const told of relationCommands(executed.outcome)) await execute(door, consoleItself, told);
  return executed;
}

/** Two round trips: claim and lock, then all that was decided with its commit. */
async function write(tx: WriteTransaction, door: WriteDoor, actor: Actor, command: ParsedCommand): Promise<Executed> {
  const at = now();
  const [claim, decide] = await Promise.all([
    claimCommand(tx, actor, command, at),
    opensStream(command) ? opening(tx, door, actor, command, at) : onRecord(tx, door, actor, command),
  ]);
  if (claim.state === 'reused') return { reused: true };
  if (claim.state === 'answered') return { reused: false, duplicate: true, outcome: claim.outcome };
  door.at?.('claimed');
  const { outcome, write } = decideAt(at, actor, command, decide);
  door.at?.('before_commit');
  await Promise.all([write(tx), storeOutcome(tx, command.commandId, outcome), tx.commit()]);
  return { reused: false, duplicate: false, outcome };
}

type Decide = (context: DecideContext) => Decided;

/** Rule K7: the claimed time is never in the future. */
function decideAt(at: Date, actor: Actor, command: ParsedCommand, decide: Decide): Decided {
  const isoNow = at.toISOString();
  const claimed = command.occurredAt ?? isoNow;
  if (Date.parse(claimed) > at.getTime() + toleratedSkewMs) {
    return rejected({ code: 'time_in_future', occurredAt: claimed, now: isoNow });
  }
  return decide({ actor, now: isoNow, occurredAt: claimed > isoNow ? isoNow : claimed });
}

/** Takes the lock that orders declarations; answers how to decide this one. */
async function opening(
  tx: WriteTransaction,
  door: WriteDoor,
  actor: Actor,
  command: ParsedCommand,
  at: Date,
): Promise<Decide> {
  const [stream, looked] = await Promise.all([
    openStream(tx, at),
    lookUp(tx, actor, command, nothingYet, door.commsLookup),
  ]);
  return (context) => {
    const { number, head } = stream;
    const { catalogue, brokenBookmarks = [] } = door;
    const decision = decideOpening(command, { ...context, number, catalogue, brokenBookmarks, looked });
    const decided = toDecided(door, head, decision, context, command);
    if (decided.outcome.outcome !== 'applied') return decided;
    return { ...decided, write: (on) => Promise.all([keepNumber(on, stream), decided.write(on)]) };
  };
}

/** Locks the incident and looks up what the command names; answers how to decide on it. What one may not see is absent. */
async function onRecord(tx: WriteTransaction, door: WriteDoor, actor: Actor, command: ParsedCommand): Promise<Decide> {
  const locked = lockStream(tx, String(command.input.number));
  const [head, looked] = await Promise.all([locked, lookUp(tx, actor, command, locked, door.commsLookup)]);
  return (context) => {
    if (!head?.state || !maySee(actor, head.state.incident)) return rejected({ code: 'incident_not_found' });
    return toDecided(door, head, decideOnRecord(command, head.state, { ...context, looked }), context, command);
  };
}

function toDecided(
  door: WriteDoor,
  head: StreamHead,
  decision: Decision<DomainEvent>,
  context: DecideContext,
  command: ParsedCommand,
): Decided {
  if (!decision.ok) return rejected(decision.rejection);
  const events = toEvents(head, decision.events, context, command);
  const state = events.reduce<RecordState | null>(evolve, head.state);
  if (!state) throw new Error('a declaration without events');
  const { number } = state.incident;
  if (events.length === 0) return { outcome: { outcome: 'noop', number, events: [] }, write: nothing };
  return {
    outcome: { outcome: 'applied', number, events },
    write: (tx) => recordEvents(tx, head, events, state, door.chainKey),
  };
}

async function nothing(): Promise<void> {}

const nothingYet = Promise.resolve(null);

function rejected(rejection: Extract<Outcome, { outcome: 'rejected' }>['rejection']): Decided {
  return { outcome: { outcome: 'rejected', rejection, events: [] }, write: nothing };
}

function toEvents(
  head: StreamHead,
  facts: readonly DomainEvent[],
  context: DecideContext,
  command: ParsedCommand,
): RecordedEvent[] {
  return facts.map(({ at = context.occurredAt, ...fact }, index) => ({
    ...fact,
    seq: head.lastSeq + 1 + index,
    actor: toRef(context.actor),
    occurredAt: at,
    recordedAt: context.now,
    commandId: command.commandId,
  }));
}
