import type { Service } from '../catalogue/catalogue';
import type { LiveSituation } from '../incident/record-context';

type Row = LiveSituation['rows'][number];
type Level = 'degraded' | 'down';

/** The part of a service that says which functions its trouble takes along. */
export type ServiceEffects = Pick<Service, 'id' | 'degraded' | 'down'>;

/** A row in trouble and what it takes along. */
export interface Trouble {
  serviceId: string;
  status: Level;
  since: string | null;
  functions: Readonly<Record<string, Level>>;
}

/** Every row that is degraded or down, the widest first. */
export function listTroubles(rows: readonly Row[], services: readonly ServiceEffects[]): Trouble[] {
  return rows
    .flatMap(({ serviceId, status, since }) => {
      if (status !== 'down' && status !== 'degraded') return [];
      const functions = services.find(({ id }) => id === serviceId)?.[status].functions ?? {};
      return [{ serviceId, status, since, functions }];
    })
    .sort((a, b) => width(b, 'down') - width(a, 'down') || width(b, 'degraded') - width(a, 'degraded'));
}

/**
 * Rule M1: the troubles that an update says. One that users feel is left out only when all that it touches is down by
 * what is said before; those that nobody feels are said when there is nothing else to say. Stricter than the head of
 * the situation page (rule D8), which stands above the rows themselves.
 */
export function troublesToSay(troubles: readonly Trouble[]): Trouble[] {
  const gone = new Set<string>();
  const felt = troubles.filter(({ functions }) => {
    const effects = Object.entries(functions);
    const isNews = effects.some(([id]) => !gone.has(id));
    for (const [id, level] of effects) if (isNews && level === 'down') gone.add(id);
    return isNews;
  });
  return felt.length > 0 ? felt : [...troubles];
}

function width({ functions }: Trouble, level: Level): number {
  return Object.values(functions).filter((one) => one === level).length;
}
