import 'server-only';
import * as z from 'zod/mini';
import { commsPhases, languages } from '@/lib/domain/catalogue/comms-guide';
import { lastUpdate } from '@/lib/domain/comms/comms';
import type { InternalSource } from '@/lib/domain/comms/internal-facts';
import type { PreparedUpdate } from '@/lib/domain/comms/prepared-update';
import type { FactsSource } from '@/lib/domain/comms/update-facts';
import { impactStartOf } from '@/lib/domain/incident/impact-start';
import { type RowHolder, rowHolding } from '@/lib/domain/incident/row-holding';
import { time, typedText } from '@/lib/domain/incident/text-input';
import type { RecordState } from '@/lib/domain/record-state';
import { listOpenSteps } from '@/lib/domain/triage/list-open-steps';
import { getCatalogue } from '../catalogue/get-catalogue';
import { now } from '../kernel/clock';
import { commsLookup } from './comms-lookup';
import { configuredDestinations } from './configured-destinations';
import { prepareUpdate } from './prepare-update';

const typed = z.optional(z.nullable(typedText(1_000)));

/** What a person asks texts for; what they leave out is said from the record. */
export const prepareQuestion = z.strictObject({
  phase: z.enum(commsPhases),
  language: z.enum(languages),
  doing: typed,
  cause: typed,
  mitigation: typed,
  /** Left out: what the severity promises. Null: no promise. */
  nextUpdateAt: z.optional(z.nullable(time)),
});

export type PrepareQuestion = z.output<typeof prepareQuestion>;

/** The texts, and what stands in each channel now. */
export interface PreparedForIncident extends PreparedUpdate {
  last: RecordState['comms']['lastTexts'];
}

/**
 * The texts for an incident as things are at this moment, while these incidents hold rows; null when the catalogue has no
 * words in that language.
 */
export function prepareForIncident(
  state: RecordState,
  question: PrepareQuestion,
  holders: readonly RowHolder[],
): PreparedForIncident | null {
  const { comms } = getCatalogue();
  const words = comms.words.find(({ language }) => language === question.language);
  if (!words) return null;
  const prepared = prepareUpdate({
    guide: comms,
    isPrivate: state.incident.visibleTo !== null,
    destinationsOf: configuredDestinations,
    facts: factsOf(state, question, words, holders),
    internals: internalsOf(state, question),
  });
  return { ...prepared, last: state.comms.lastTexts };
}

function factsOf(
  { incident, comms }: RecordState,
  question: PrepareQuestion,
  words: FactsSource['words'],
  holders: readonly RowHolder[],
): FactsSource {
  const { platform, services } = getCatalogue();
  const { milestones } = incident;
  return {
    ...{ platform, services, words, phase: question.phase, holdingOf: rowHolding(incident, holders) },
    situation: commsLookup().situation,
    impactStarted: impactStartOf(incident),
    doing: question.doing ?? null,
    nextUpdateAt: nextUpdateOf(incident.severity, question),
    endedAt: milestones.mitigated ?? milestones.resolved ?? null,
    previousHeadline: lastUpdate(comms)?.headline ?? null,
  };
}

function liveRows() {
  return commsLookup().situation.rows.map(({ serviceId: id, name, status }) => ({ id, name, status }));
}

/** Whole minutes, as the texts say them. */
function nextUpdateOf(severity: string, { phase, nextUpdateAt }: PrepareQuestion): string | null {
  if (phase === 'resolved') return null;
  if (nextUpdateAt !== undefined) return nextUpdateAt;
  const promise = getCatalogue().severities.find(({ id }) => id === severity)?.updates;
  if (!promise) return null;
  const minute = 60_000;
  return new Date(Math.floor(now().getTime() / minute + promise.everyMinutes) * minute).toISOString();
}

function internalsOf({ incident, triage }: RecordState, question: PrepareQuestion): InternalSource {
  const { number, severity, commander, roles } = incident;
  const { severities, failureClasses } = getCatalogue();
  return {
    ...{ number, severity, commander: commander?.name ?? null, commsLead: roles.commsLead?.name ?? null },
    failureClass: failureClasses.find(({ id }) => id === triage.failureClass?.id) ?? null,
    openSteps: listOpenSteps({ incident, triage, nowMs: now().getTime(), live: liveRows() }).length,
    owesPostmortem: (severities.find(({ id }) => id === severity)?.postmortemWithin ?? null) !== null,
    cause: question.cause ?? incident.cause,
    mitigation: question.mitigation ?? incident.mitigation,
    isResolved: question.phase === 'resolved',
  };
}
