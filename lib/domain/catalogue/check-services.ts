import type { Impact, Service } from './catalogue';
import {
  type CatalogueMistake,
  idsOf,
  type UncheckedCatalogue,
  unknownReference,
  unknownReferences,
} from './catalogue-mistake';

const file = 'services.yaml';

/** Every reference of a row leads somewhere, and each health key speaks of one row. */
export function checkServices(catalogue: UncheckedCatalogue): CatalogueMistake[] {
  return [
    ...catalogue.services.flatMap((service, index) => rowMistakes(catalogue, service, ['services', index])),
    ...sharedHealthKeys(catalogue.services),
  ];
}

function rowMistakes(catalogue: UncheckedCatalogue, service: Service, path: (string | number)[]): CatalogueMistake[] {
  const severities = idsOf(catalogue.severities);
  const runbook = service.runbook === undefined ? [] : [service.runbook];
  const at = (...keys: (string | number)[]) => ({ file, path: [...path, ...keys] });
  return [
    ...impactMistakes(catalogue, service.degraded, [...path, 'degraded']),
    ...impactMistakes(catalogue, service.down, [...path, 'down']),
    ...unknownReferences(at('instances'), service.instances, idsOf(catalogue.targets)),
    ...unknownReferences(at('dashboards'), service.dashboards, idsOf(catalogue.bookmarks)),
    ...runbook.flatMap((id) => unknownReference(at('runbook'), id, idsOf(catalogue.runbooks))),
    ...service.alerts.flatMap(({ severity }, index) =>
      severity === null ? [] : unknownReference(at('alerts', index, 'severity'), severity, severities),
    ),
    ...assumedMistakes(service, path),
  ];
}

function impactMistakes(
  catalogue: UncheckedCatalogue,
  { severity, functions }: Impact,
  path: (string | number)[],
): CatalogueMistake[] {
  const known = idsOf(catalogue.functions);
  return [
    ...Object.keys(functions).flatMap((id) => unknownReference({ file, path: [...path, 'functions', id] }, id, known)),
    ...(severity === null
      ? []
      : unknownReference({ file, path: [...path, 'severity'] }, severity, idsOf(catalogue.severities))),
  ];
}

/** What is marked as assumed must be there, or the mark hides nothing. */
function assumedMistakes(service: Service, path: (string | number)[]): CatalogueMistake[] {
  return service.assumed.flatMap((place, index) =>
    isThere(service, place.split('.'))
      ? []
      : [
          {
            file,
            path: [...path, 'assumed', index],
            expected: `the path of something in this row, such as down.users, not “${place}”`,
          },
        ],
  );
}

function isThere(value: unknown, [key, ...rest]: readonly string[]): boolean {
  if (key === undefined) return value !== undefined;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false;
  return isThere((value as Record<string, unknown>)[key], rest);
}

/** One health key speaks of one service only; else a row would show another's trouble. Spelling does not matter. */
function sharedHealthKeys(services: readonly Service[]): CatalogueMistake[] {
  const owner = new Map<string, string>();
  return services.flatMap((service, index) =>
    service.healthKeys.flatMap((key, position) => {
      const spelled = key.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_');
      const other = owner.get(spelled);
      owner.set(spelled, other ?? service.id);
      if (!other) return [];
      const expected = `a key that no other service answers to; ${other} has “${key}”`;
      return [{ file, path: ['services', index, 'healthKeys', position], expected }];
    }),
  );
}
