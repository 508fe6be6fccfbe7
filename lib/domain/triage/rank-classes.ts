import type { ClassSignal, FailureClass } from '../catalogue/failure-class';
import type { ComponentStatus } from '../health/health';

/** What the live matrix says of one service. */
export interface LiveService {
  id: string;
  name: string;
  status: ComponentStatus;
}

/** A row of the symptom table, with what the live matrix says for it. */
export interface RankedClass {
  failureClass: FailureClass;
  /** "MinIO / S3 is down"; empty when nothing suggests it. */
  because: string;
}

/** Rule T11: the classes that the matrix suggests come first, the closest match on top; the others keep their order. */
export function rankClasses(classes: readonly FailureClass[], services: readonly LiveService[]): RankedClass[] {
  return classes
    .map((failureClass, place) => ({ failureClass, place, ...matchOf(failureClass, services) }))
    .sort((a, b) => b.score - a.score || b.share - a.share || a.place - b.place)
    .map(({ failureClass, because }) => ({ failureClass, because }));
}

function matchOf({ signals }: FailureClass, services: readonly LiveService[]) {
  const seen = signals.flatMap((signal) => {
    const live = services.find(({ id }) => id === signal.service);
    const score = live ? strengthOf(signal, live) : 0;
    return live && score > 0 ? [{ score, live }] : [];
  });
  const names = [...new Set(seen.map(({ live }) => signOf(live)))];
  return {
    score: Math.max(0, ...seen.map(({ score }) => score)),
    share: signals.length === 0 ? 0 : new Set(seen.map(({ live }) => live.id)).size / signals.length,
    because: names.join(', '),
  };
}

/** How strongly a row speaks for a class, from 0 to 4. */
function strengthOf({ status }: ClassSignal, live: LiveService): number {
  if (live.status === status) return status === 'down' ? 4 : 3;
  // A service that is down is also no longer merely degraded: that is a weaker sign of a class that says degraded.
  return live.status === 'down' && status === 'degraded' ? 2 : 0;
}

function signOf({ name, status }: LiveService): string {
  return status === 'unknown' ? `nothing is known of ${name}` : `${name} is ${status}`;
}

/** Whether a row shows this sign now. */
export function isLive(signal: ClassSignal, services: readonly LiveService[]): boolean {
  const live = services.find(({ id }) => id === signal.service);
  return live !== undefined && strengthOf(signal, live) > 0;
}
