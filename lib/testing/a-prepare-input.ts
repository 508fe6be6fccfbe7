import type { Catalogue } from '@/lib/domain/catalogue/catalogue';
import type { CommsPhase, CommsWords } from '@/lib/domain/catalogue/comms-guide';
import { functionRows } from '@/lib/domain/degradation/function-rows';
import type { MatrixRow } from '@/lib/domain/degradation/matrix';
import type { ComponentStatus } from '@/lib/domain/health/health';
import type { LiveSituation } from '@/lib/domain/incident/record-context';
import type { PrepareInput } from '@/lib/server/comms/prepare-update';

/** The situation in which these services are as said since that moment, and all others are well. */
export function aSituation(
  { services, functions }: Pick<Catalogue, 'services' | 'functions'>,
  statuses: Readonly<Record<string, ComponentStatus>>,
  since: string,
): LiveSituation {
  const rows = services.map(({ id, name }): MatrixRow => {
    const status = statuses[id] ?? 'ok';
    return { serviceId: id, name, status, since, users: '', severity: null, instances: [] };
  });
  return { rows, functions: functionRows(functions, services, new Map(rows.map((row) => [row.serviceId, row]))) };
}

interface Told {
  catalogue: Catalogue;
  words: CommsWords;
  phase: CommsPhase;
  severity: string;
  situation: LiveSituation;
}

/** What is told of an incident that began at 03:04, was declared at 03:06 and is told of again by 03:40. */
export function aPrepareInput(
  { catalogue, words, phase, severity, situation }: Told,
  over: { facts?: Partial<PrepareInput['facts']>; internals?: Partial<PrepareInput['internals']> } = {},
): PrepareInput {
  return {
    guide: catalogue.comms,
    isPrivate: false,
    destinationsOf: () => ['webhook'],
    facts: {
      ...{ platform: catalogue.platform, phase, words, services: catalogue.services, situation },
      holdingOf: () => ({ by: 'own' }),
      impactStarted: '2026-11-22T03:04:00.000Z',
      doing: null,
      nextUpdateAt: phase === 'resolved' ? null : '2026-11-22T03:40:00.000Z',
      endedAt: phase === 'resolved' ? '2026-11-22T04:02:00.000Z' : null,
      previousHeadline: null,
      ...over.facts,
    },
    internals: {
      ...{ number: 'INC-2026-0042', severity, commander: 'Nadia Benali', commsLead: null, failureClass: null },
      ...{ openSteps: 3, owesPostmortem: severity !== catalogue.severities.at(-1)?.id, cause: null, mitigation: null },
      isResolved: phase === 'resolved',
      ...over.internals,
    },
  };
}
