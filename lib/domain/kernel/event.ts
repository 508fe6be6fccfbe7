/** Who did something, as every event remembers it. The name is the one they had at that moment. */
export interface ActorRef {
  kind: 'person' | 'machine' | 'system';
  id: string;
  name: string;
}

/** The console, as the author of what nobody did. */
export const consoleRef: ActorRef = { kind: 'system', id: 'console', name: 'Console' };

/** A fact before it is recorded: what `decide` returns. */
export interface Fact<Type extends string = string, Data = unknown> {
  type: Type;
  data: Data;
  /** When this one happened, where that differs from what the command claims for all its facts. */
  at?: string;
}

/** A fact as the log keeps it. `seq` orders; `occurredAt` is claimed, `recordedAt` is the server's. Times are ISO UTC. */
export type Recorded<F extends Fact> = F & {
  seq: number;
  actor: ActorRef;
  occurredAt: string;
  recordedAt: string;
  commandId: string;
};
