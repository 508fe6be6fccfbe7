import type { Catalogue } from './catalogue';

/** Something that one file says and another denies, with the path of keys inside the file. */
export interface CatalogueMistake {
  file: string;
  path: (string | number)[];
  expected: string;
}

/** Every reference must lead somewhere, and every id stand once. An empty list is a sound catalogue. */
export function crossCheck(catalogue: Omit<Catalogue, 'version'>): CatalogueMistake[] {
  return [
    ...duplicates('targets.yaml', 'targets', catalogue.targets),
    ...duplicates('functions.yaml', 'functions', catalogue.functions),
    ...duplicates('services.yaml', 'services', catalogue.services),
    ...duplicates('severities.yaml', 'severities', catalogue.severities),
    ...duplicates('checklists.yaml', 'checklists', catalogue.checklists),
    ...catalogue.checklists.flatMap((list, index) =>
      duplicates('checklists.yaml', 'checklists', list.items, [index, 'items']),
    ),
    ...defaultSeverity(catalogue),
    ...catalogue.services.flatMap((_, index) => impactMistakes(catalogue, index)),
    ...sharedHealthKeys(catalogue),
  ];
}

function duplicates(
  file: string,
  key: string,
  rows: readonly { id: string }[],
  inside: (string | number)[] = [],
): CatalogueMistake[] {
  return rows.flatMap(({ id }, index) =>
    rows.findIndex((row) => row.id === id) === index
      ? []
      : [{ file, path: [key, ...inside, index, 'id'], expected: `an id that stands once, not “${id}” again` }],
  );
}

function defaultSeverity({ severities, defaultSeverity: wanted }: Omit<Catalogue, 'version'>): CatalogueMistake[] {
  if (severities.some((severity) => severity.id === wanted)) return [];
  return [{ file: 'severities.yaml', path: ['default'], expected: `one of ${severities.map((s) => s.id).join(', ')}` }];
}

function impactMistakes(catalogue: Omit<Catalogue, 'version'>, index: number): CatalogueMistake[] {
  const service = catalogue.services[index];
  if (!service) return [];
  const severities = catalogue.severities.map((severity) => severity.id);
  const functions = catalogue.functions.map((f) => f.id);
  return (['degraded', 'down'] as const).flatMap((level) => {
    const { severity, functions: touched } = service[level];
    const path = ['services', index, level];
    const mistakes: CatalogueMistake[] = Object.keys(touched)
      .filter((id) => !functions.includes(id))
      .map((id) => ({
        file: 'services.yaml',
        path: [...path, 'functions', id],
        expected: `one of ${functions.join(', ')}`,
      }));
    if (severity !== null && !severities.includes(severity)) {
      mistakes.push({
        file: 'services.yaml',
        path: [...path, 'severity'],
        expected: `one of ${severities.join(', ')}`,
      });
    }
    return mistakes;
  });
}

/** One health key speaks of one service only; else a row would show another's trouble. */
function sharedHealthKeys({ services }: Omit<Catalogue, 'version'>): CatalogueMistake[] {
  const owner = new Map<string, string>();
  return services.flatMap((service, index) =>
    service.healthKeys.flatMap((key, position) => {
      const other = owner.get(key.toLowerCase());
      owner.set(key.toLowerCase(), other ?? service.id);
      if (!other) return [];
      return [
        {
          file: 'services.yaml',
          path: ['services', index, 'healthKeys', position],
          expected: `a key that no other service answers to; ${other} has “${key}”`,
        },
      ];
    }),
  );
}
