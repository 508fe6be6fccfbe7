import 'server-only';
import type { Catalogue } from '@/lib/domain/catalogue/catalogue';
import type { ChannelWay, Destination } from '@/lib/domain/catalogue/comms-guide';
import { buildMatrix } from '@/lib/domain/degradation/build-matrix';
import type { Matrix } from '@/lib/domain/degradation/matrix';
import { toMatrixCatalogue } from '@/lib/domain/degradation/matrix-catalogue';
import { isCurrent } from '@/lib/domain/health/staleness';
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
  return { ...lookup, situation: { ...lookup.situation, sentence: matrix.sentence, targets } };
}

/** The same from a catalogue, a matrix, and what is set up for each way. */
export function toCommsLookup(
  { comms, calendar, severities, services }: Catalogue,
  { rows, functions }: Pick<Matrix, 'rows' | 'functions'>,
  destinationsOf: (way: ChannelWay) => Destination[],
): CommsLookup {
  const felt = services.map(({ id, degraded, down }) => [
    id,
    { degraded: Object.keys(degraded.functions), down: Object.keys(down.functions) },
  ]);
  return {
    ...{ channels: comms.channels, words: comms.words, calendar },
    severities: severities.map(({ id, secondReview }) => ({ id, secondReview })),
    destinations: Object.fromEntries(comms.channels.map(({ id, way }) => [id, destinationsOf(way)])),
    feltBy: Object.fromEntries(felt),
    situation: {
      rows: rows.map(({ serviceId, name, status, since, users }) => ({ serviceId, name, status, since, users })),
      functions: functions.map(({ id, name, status }) => ({ id, name, status })),
    },
  };
}
