import type { Severity } from './catalogue';
import { type CatalogueMistake, idsOf, type UncheckedCatalogue, unknownReference } from './catalogue-mistake';

const file = 'severities.yaml';

/** The default is a rung; promotions lead up and demotions down, so that no answer leads round in a circle. */
export function checkSeverities({ severities, defaultSeverity }: UncheckedCatalogue): CatalogueMistake[] {
  const ladder = idsOf(severities);
  return [
    ...unknownReference({ file, path: ['default'] }, defaultSeverity, ladder),
    ...severities.flatMap((severity, index) => [
      ...stepMistakes(severity, index, 'promotions', ladder),
      ...stepMistakes(severity, index, 'demotions', ladder),
    ]),
  ];
}

function stepMistakes(
  severity: Severity,
  index: number,
  key: 'promotions' | 'demotions',
  ladder: readonly string[],
): CatalogueMistake[] {
  const isUp = key === 'promotions';
  const reachable = isUp ? ladder.slice(0, index) : ladder.slice(index + 1);
  return severity[key].flatMap(({ to }, position) => {
    const path = ['severities', index, key, position, 'to'];
    const unknown = unknownReference({ file, path }, to, ladder);
    if (unknown.length > 0 || reachable.includes(to)) return unknown;
    const expected = `a severity ${isUp ? 'above' : 'below'} ${severity.id}, not “${to}”`;
    return [{ file, path, expected }];
  });
}
