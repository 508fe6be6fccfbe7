import type { Actor } from '@/lib/domain/access/actor';
import type { Catalogue } from '@/lib/domain/catalogue/catalogue';
import { type CatalogueContent, toCatalogueContent } from '@/lib/domain/catalogue/catalogue-content';
import type { DomainEvent, MachineCommandType, RecordCommandType, RecordedEvent } from '@/lib/domain/contents';
import { buildMatrix } from '@/lib/domain/degradation/build-matrix';
import type { Matrix } from '@/lib/domain/degradation/matrix';
import { proposeDeclaration } from '@/lib/domain/degradation/propose-declaration';
import { type Watch, type WatchFact, watchRound } from '@/lib/domain/degradation/watch-platform';
import { evolve } from '@/lib/domain/evolve';
import { applyPoll } from '@/lib/domain/health/apply-poll';
import { firstSnapshot } from '@/lib/domain/health/first-snapshot';
import type { ComponentStatus } from '@/lib/domain/health/health';
import type { TargetSnapshot } from '@/lib/domain/health/target-snapshot';
import { isOpenStatus } from '@/lib/domain/incident/is-open-status';
import type { LookedUp, RecordContext } from '@/lib/domain/incident/record-context';
import type { RowHolder } from '@/lib/domain/incident/row-holding';
import type { Decision } from '@/lib/domain/kernel/decision';
import { nowFacts } from '@/lib/domain/now-facts';
import type { RecordState } from '@/lib/domain/record-state';
import { settleSteps } from '@/lib/domain/settle-steps';
import type { NowFacts } from '@/lib/domain/triage/now-line';
import { openRecord } from '@/lib/domain/triage/open-record';
import { toCommsLookup } from '@/lib/server/comms/comms-lookup';
import { anActor } from './an-actor';
import { recorded } from './an-incident';
import { decideMachine } from './decide-machine';
import { decideOn } from './decide-on';
import { named } from './looked-up';

/** One instance of the made-up platform. */
export interface Instance {
  hangs: boolean;
  services: Record<string, ComponentStatus>;
}

export interface NightIncident {
  state: RecordState;
  events: RecordedEvent[];
}

const intervalMs = 5_000;

/** A platform of two instances, a console that polls it, and people who work on incidents: all of it pure, by a clock of its own. */
export class ANight {
  readonly catalogue: Catalogue;
  readonly people: Record<'commander' | 'other' | 'responder' | 'viewer', Actor> = {
    ...{ commander: anActor('commander', 'Camille'), other: anActor('commander', 'Oskar') },
    ...{ responder: anActor('responder', 'Rafael'), viewer: anActor('viewer', 'Sofia') },
  };
  nowMs = Date.parse('2026-11-22T02:00:00.000Z');
  platform: Instance[];
  targets: TargetSnapshot[];
  incidents: NightIncident[] = [];
  /** What each poll saw, by the instance's id: null where it did not answer. */
  readonly seen: { at: string; answers: (Instance['services'] | null)[] }[] = [];
  #watch: Watch | null = null;
  #matrix: { targets: TargetSnapshot[]; matrix: Matrix } | null = null;
  readonly #content: CatalogueContent;

  constructor(catalogue: Catalogue) {
    this.catalogue = catalogue;
    this.#content = toCatalogueContent(catalogue);
    const services = Object.fromEntries(this.breakable.map(({ key }) => [key, 'ok' as const]));
    const ids = catalogue.services.find(({ instances }) => instances.length > 1)?.instances ?? [];
    this.platform = ids.map(() => ({ hangs: false, services: { ...services } }));
    this.targets = ids.map((id) => firstSnapshot({ id, name: id }, intervalMs, this.now));
  }

  get now(): string {
    return new Date(this.nowMs).toISOString();
  }

  /** The services that an instance speaks of, with the key that it uses. */
  get breakable() {
    return this.catalogue.services.flatMap(({ id, healthKeys }) => (healthKeys[0] ? [{ id, key: healthKeys[0] }] : []));
  }

  /** As of now; made once a round. */
  get matrix(): Matrix {
    if (this.#matrix?.targets !== this.targets) {
      const matrix = buildMatrix(this.catalogue, { asOf: this.now, targets: this.targets }, this.nowMs);
      this.#matrix = { targets: this.targets, matrix };
    }
    return this.#matrix.matrix;
  }

  get holders(): RowHolder[] {
    return this.incidents
      .filter(({ state }) => isOpenStatus(state.incident.status) && state.incident.visibleTo === null)
      .map(({ state }) => ({ number: state.incident.number, services: state.incident.services }));
  }

  /** One round of polls, after this time; what it tells goes into every open record. */
  poll(afterMs = intervalMs): WatchFact[] {
    this.nowMs += afterMs;
    const before = this.targets;
    const answers = this.platform.map(({ hangs, services }) => (hangs ? null : { ...services }));
    this.targets = before.map((target, index) => applyPoll(target, pollOf(answers[index] ?? null, this.now)).after);
    this.seen.push({ at: this.now, answers });
    const round = { before, view: { asOf: this.now, targets: this.targets }, nowMs: this.nowMs };
    const { watch, facts } = watchRound(this.catalogue, this.#watch, round);
    this.#watch = watch;
    for (const incident of this.incidents) for (const fact of facts) this.#tell(incident, fact);
    return facts;
  }

  /** The console's process ends; what it had stored stays. */
  restart(): void {
    this.#watch = null;
  }

  /** Declares what the live matrix proposes, or what `over` says instead. */
  declare(actor: Actor, over: { services?: string[]; severity?: string } = {}): NightIncident | null {
    const proposed = proposeDeclaration(this.matrix, this.catalogue, this.holders);
    const number = `INC-2026-${String(this.incidents.length + 1).padStart(4, '0')}`;
    const severity = over.severity ?? proposed.proposal?.severity ?? this.catalogue.defaultSeverity;
    const asked = {
      title: proposed.title || 'Something is wrong',
      services: over.services ?? proposed.services,
      severity,
    };
    const context = { ...this.#context(actor), number, catalogue: this.catalogue };
    const decision = settleSteps(null, openRecord(null, asked, context) as Decision<DomainEvent>, context);
    if (!decision.ok) return null;
    const events = this.#stamped(decision.events, actor, 1);
    const state = events.reduce<RecordState | null>(evolve, null);
    if (!state) return null;
    const incident = { state, events };
    this.incidents.push(incident);
    return incident;
  }

  /** Sends a command; answers the code it was refused with, or null. */
  act(incident: NightIncident, actor: Actor, type: RecordCommandType, input: object): string | null {
    const decision = decideOn(incident.state, type, input, this.#context(actor));
    if (!decision.ok) return decision.rejection.code;
    this.#apply(incident, decision.events, actor);
    return null;
  }

  /** What NOW goes by for this person. */
  factsFor({ state }: NightIncident, actor: Actor): NowFacts {
    const { catalogue, matrix, holders, nowMs } = this;
    const source = { actor, nowMs, silentSince: null, matrix, live: catalogue, holders };
    return nowFacts(state, { ...source, catalogue: this.#content });
  }

  /** The console's own facts. */
  machine(incident: NightIncident, type: MachineCommandType, input: object): void {
    const system = { kind: 'system' as const, id: 'console', name: 'Console', role: 'lead' as const };
    const decision = decideMachine(incident.state, type, input, this.#context(system));
    if (decision.ok) this.#apply(incident, decision.events, system);
  }

  #tell(incident: NightIncident, fact: WatchFact): void {
    if (fact.kind === 'changed') this.machine(incident, 'timeline.record_service_change', fact.change);
    else if (fact.kind === 'sight_lost') this.machine(incident, 'timeline.record_sight_lost', fact);
    else if (fact.kind === 'sight_regained') this.machine(incident, 'timeline.record_sight_regained', fact);
    else this.machine(incident, 'timeline.record_watch_gap', fact);
  }

  #apply(incident: NightIncident, facts: readonly DomainEvent[], actor: Actor): void {
    const events = this.#stamped(facts, actor, incident.events.length + 1);
    incident.state = events.reduce<RecordState>(evolve, incident.state);
    incident.events.push(...events);
  }

  #stamped(facts: readonly DomainEvent[], actor: Actor, firstSeq: number): RecordedEvent[] {
    return recorded(facts, actor, firstSeq).map((event, index) => ({
      ...event,
      ...{ occurredAt: facts[index]?.at ?? this.now, recordedAt: this.now },
    }));
  }

  #context(actor: Actor): RecordContext {
    const { rows, functions, sentence } = this.matrix;
    const lookup = toCommsLookup(this.catalogue, { rows, functions }, (way) => (way === 'follow' ? ['follow'] : []));
    const { holders } = this;
    const looked: LookedUp = {
      ...{
        catalogue: toCatalogueContent(this.catalogue),
        people: Object.values(this.people).map((person) => named(person)),
      },
      ...{ comms: { ...lookup, holders }, live: lookup.situation.rows, holders },
      situation: { ...lookup.situation, sentence, targets: [] },
    };
    return { actor, now: this.now, occurredAt: this.now, looked };
  }
}

function pollOf(services: Instance['services'] | null, at: string): Parameters<typeof applyPoll>[1] {
  if (services === null) return { ok: false, at, reason: 'no full answer within 5 s' };
  const components = Object.entries(services).map(([key, status]) => ({ key, status }));
  return { ok: true, at, latencyMs: 1, reading: { overall: 'ok', components } };
}
