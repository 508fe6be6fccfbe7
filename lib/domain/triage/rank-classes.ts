import type { FailureClass } from '../catalogue/failure-class';
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
  const seen = signals.flatMap(({ service, status }) => {
    const live = services.find(({ id }) => id === service);
    if (!live || (live.status !== 'down' && live.status !== 'degraded')) return [];
    // A service that is down is also no longer merely degraded: that is a weaker sign of a class that says degraded.
    if (live.status === status) return [{ score: status === 'down' ? 4 : 3, live }];
    return live.status === 'down' ? [{ score: 2, live }] : [];
  });
  const names = [...new Set(seen.map(({ live }) => `${live.name} is ${live.status}`))];
  return {
    score: Math.max(0, ...seen.map(({ score }) => score)),
    share: signals.length === 0 ? 0 : new Set(seen.map(({ live }) => live.id)).size / signals.length,
    because: names.join(', '),
  };
}
