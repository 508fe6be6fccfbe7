import type { LiveSituation } from '../incident/record-context';
import type { RowHolding } from '../incident/row-holding';
import type { ServiceEffects } from './felt-troubles';

type Functions = LiveSituation['functions'];
const order = ['down', 'degraded', 'unknown'] as const;

/** The part of the live matrix that an incident speaks of. */
export interface OwnSituation {
  rows: LiveSituation['rows'];
  /** As its rows make them, and those that work. What only rows of other incidents break is absent. */
  functions: Functions;
}

/**
 * Rule M21: an update speaks of its incident's rows and of those that nobody holds; the last word of its own alone, so
 * that what broke later is not taken over.
 */
export function ownSituation(
  { rows, functions }: LiveSituation,
  services: readonly ServiceEffects[],
  { holdingOf, isLastWord }: { holdingOf: (serviceId: string) => RowHolding; isLastWord: boolean },
): OwnSituation {
  const own = rows.filter(({ serviceId }) => {
    const { by } = holdingOf(serviceId);
    return by === 'own' || (by === 'nobody' && !isLastWord);
  });
  if (own.length === rows.length) return { rows, functions };
  return { rows: own, functions: functions.flatMap((one) => ownFunction(one, own, services)) };
}

function ownFunction(
  one: Functions[number],
  own: LiveSituation['rows'],
  services: readonly ServiceEffects[],
): Functions {
  if (one.status === 'ok' || one.status === 'disabled') return [one];
  const effects = own.flatMap(({ serviceId, status }) => {
    const service = services.find(({ id }) => id === serviceId);
    if (status === 'unknown') return Object.hasOwn(service?.down.functions ?? {}, one.id) ? [status] : [];
    return status === 'down' || status === 'degraded' ? (service?.[status].functions[one.id] ?? []) : [];
  });
  const status = order.find((level) => effects.includes(level));
  return status ? [{ ...one, status }] : [];
}
