import type { Actor } from './access/actor';
import { isAllowed } from './access/who-may';
import type { CatalogueContent } from './catalogue/catalogue-content';
import type { FailureClass } from './catalogue/failure-class';
import { isSpeaker } from './comms/is-speaker';
import { phaseWords } from './comms/phase-words';
import type { CommsRecord } from './comms/record';
import { untoldPhase } from './comms/untold-phase';
import { postClock, type UpdateClock, updateClock } from './comms/update-clock';
import type { Matrix, MatrixRow, SeverityProposal } from './degradation/matrix';
import type { MatrixCatalogue } from './degradation/matrix-catalogue';
import { proposeSeverity } from './degradation/propose-severity';
import type { IncidentState } from './incident/incident';
import { responseClock } from './incident/response-clock';
import { type RowHolder, rowHolding } from './incident/row-holding';
import type { RecordState } from './record-state';
import type { NowFacts } from './triage/now-line';
import { type LiveService, type RankedClass, rankClasses } from './triage/rank-classes';
import type { TellingFacts } from './triage/telling-rules';

/** What the NOW line of a record rests on beside the record: who looks, what is live, and what the catalogue says. */
export interface NowSource {
  actor: Actor;
  nowMs: number;
  /** Since when the page hears nothing, ISO UTC; null while it does. */
  silentSince: string | null;
  /** As of now; of a page that hears nothing, as of when it last did. */
  matrix: Pick<Matrix, 'rows'>;
  /** The catalogue of now, for the matrix. */
  live: Pick<MatrixCatalogue, 'services' | 'severities'>;
  /** The version that the incident was declared under. */
  catalogue: Pick<CatalogueContent, 'severities' | 'calendar' | 'failureClasses' | 'escalation' | 'evidence'>;
  /** The open incidents that hold rows (rule I22). */
  holders: readonly RowHolder[];
}

/** Everything that the rules of NOW ask, at one moment. */
export function nowFacts(state: RecordState, source: NowSource): NowFacts {
  const { incident, triage, evidence, comms, review } = state;
  const { actor, nowMs, silentSince, matrix, catalogue, holders } = source;
  const { escalation, severities, calendar } = catalogue;
  const live = matrix.rows.map(toLive);
  const { postmortem } = review;
  return {
    ...{ incident, triage, evidence, actor, nowMs, silentSince, escalation, live, holders },
    classes: classesFor(incident, catalogue.failureClasses, source),
    recipes: catalogue.evidence.recipes,
    clock: responseClock(incident, severities, calendar, nowMs),
    proposal: proposalFor(incident, source),
    updateDue: dueSoon(updateClock({ incident, comms }, nowMs)),
    telling: tellingFacts({ incident, comms }, actor, nowMs),
    postmortemDueAt: postmortem && !postmortem.finishedAt ? postmortem.dueAt : null,
  };
}

/** What rules know of a row. */
export function toLive({ serviceId, name, status }: Pick<MatrixRow, 'serviceId' | 'name' | 'status'>): LiveService {
  return { id: serviceId, name, status };
}

/** Rule T11: the symptoms as the matrix suggests them for this incident, without the rows that other incidents hold. */
export function classesFor(
  incident: IncidentState,
  classes: readonly FailureClass[],
  source: Pick<NowSource, 'matrix' | 'holders'>,
): RankedClass[] {
  return rankClasses(classes, rowsFor(incident, source).map(toLive));
}

function rowsFor(incident: IncidentState, { matrix, holders }: Pick<NowSource, 'matrix' | 'holders'>): MatrixRow[] {
  const holdingOf = rowHolding(incident, holders);
  return matrix.rows.filter(({ serviceId }) => holdingOf(serviceId).by !== 'other');
}

/** Rule N6: what severity the matrix proposes for this incident, without the rows that other incidents hold. */
export function proposalFor(
  incident: IncidentState,
  { live, ...source }: Pick<NowSource, 'matrix' | 'live' | 'holders'>,
): SeverityProposal | null {
  return proposeSeverity(rowsFor(incident, source), live.services, live.severities);
}

function dueSoon(clock: UpdateClock | null): NowFacts['updateDue'] {
  if (clock === null || clock.state === 'running') return null;
  return { dueAt: clock.dueAt, isOverdue: clock.state === 'overdue', isFirst: clock.isFirst };
}

/** What people were told, and who speaks (rules N19 to N21). */
function tellingFacts(record: CommsRecord, actor: Actor, nowMs: number): TellingFacts {
  const { incident } = record;
  const post = postClock(record, nowMs);
  const clock = updateClock(record, nowMs);
  const gap = untoldPhase(record);
  const maySpeak = isAllowed(actor.role, 'comms.send_update') && isSpeaker(incident, actor);
  return {
    toPost: post && {
      names: post.texts.map(({ name }) => name),
      dueAt: post.dueAt,
      isUrgent: post.state !== 'running',
    },
    untold: gap && { said: gap.said && phaseWords[gap.said], holds: gap.holds },
    isStuck: clock?.isWaiting ?? false,
    reminders: remindersOf(record, clock?.dueAt ?? null),
    asks: maySpeak ? null : ((incident.roles.commsLead ?? incident.commander)?.name ?? 'whoever commands'),
  };
}

function remindersOf({ comms }: CommsRecord, dueAt: string | null): TellingFacts['reminders'] {
  return comms.reminders
    .filter((reminder) => reminder.dueAt === dueAt)
    .map(({ to, at, ways, failed }) => ({ ...to, at, isReached: failed.length < ways.length }));
}
