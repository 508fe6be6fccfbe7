import 'server-only';
import type { Catalogue } from '@/lib/domain/catalogue/catalogue';
import type { ChannelWay, Destination } from '@/lib/domain/catalogue/comms-guide';
import { machineNames } from '@/lib/domain/comms/contradictions/machine-names';
import { buildMatrix } from '@/lib/domain/degradation/build-matrix';
import type { Matrix } from '@/lib/domain/degradation/matrix';
import { toMatrixCatalogue } from '@/lib/domain/degradation/matrix-catalogue';
import { isCurrent } from '@/lib/domain/health/staleness';
import type { TargetSnapshot } from '@/lib/domain/health/target-snapshot';
import type { CommsLookup } from '@/lib/domain/incident/record-context';
import { getCatalogue } from '../catalogue/get-catalogue';
import { healthBoard } from '../health/health-board';
import { now } from '../kernel/clock';
import { configuredDestinations } from './configured-destinations';

/** What deciding on an update needs, as this node knows it at this moment. */
export function commsLookup(): CommsLookup {
  const catalogue = getCatalogue();
  const nowMs = now().getTime();
  const health = healthBoard().view();
  const matrix = buildMatrix(toMatrixCatalogue(catalogue), health, nowMs);
  const lookup = toCommsLookup(catalogue, matrix, configuredDestinations);
  const targets = health.targets
    .filter(({ self }) => !self)
    .map((target) => ({ name: target.name, status: isCurrent(target, nowMs) ? target.status : ('unknown' as const) }));
  const checked = checkedBy(health.targets.filter((target) => isCurrent(target, nowMs)));
  return { ...lookup, checked, situation: { ...lookup.situation, sentence: matrix.sentence, targets } };
}

function checkedBy(current: readonly TargetSnapshot[]): NonNullable<CommsLookup['checked']> | null {
  const times = current.filter(({ self }) => !self).flatMap(({ observedAt }) => observedAt ?? []);
  const at = times.sort().at(-1);
  return at === undefined ? null : { at, probes: times.length };
}

/** The same from a catalogue, a matrix, and what is set up for each way. */
export function toCommsLookup(
  catalogue: Catalogue,
  { rows, functions }: Pick<Matrix, 'rows' | 'functions'>,
  destinationsOf: (way: ChannelWay) => Destination[],
): CommsLookup {
  const { comms, calendar, severities, services } = catalogue;
  const felt = services.map(({ id, degraded, down }) => [
    id,
    { degraded: Object.keys(degraded.functions), down: Object.keys(down.functions) },
  ]);
  return {
    ...{ channels: comms.channels, words: comms.words, calendar },
    severities: severities.map(({ id, secondReview }) => ({ id, secondReview })),
    destinations: Object.fromEntries(comms.channels.map(({ id, way }) => [id, destinationsOf(way)])),
    feltBy: Object.fromEntries(felt),
    machineNames: machineNames(catalogue),
    situation: {
      rows: rows.map(({ serviceId, name, status, since, users }) => ({ serviceId, name, status, since, users })),
      functions: functions.map(({ id, name, status }) => ({ id, name, status })),
    },
  };
}
