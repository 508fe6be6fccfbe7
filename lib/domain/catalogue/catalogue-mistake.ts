import type { Catalogue } from './catalogue';

/** Something that one file says and another denies, with the path of keys inside the file. */
export interface CatalogueMistake {
  file: string;
  path: (string | number)[];
  expected: string;
}

/** What the checks look at: everything but the version, which only a sound catalogue gets. */
export type UncheckedCatalogue = Omit<Catalogue, 'version'>;

/** A mistake when `wanted` is none of the known ids; an empty list when it is one. */
export function unknownReference(
  at: Pick<CatalogueMistake, 'file' | 'path'>,
  wanted: string,
  known: readonly string[],
): CatalogueMistake[] {
  if (known.includes(wanted)) return [];
  const choice = known.length === 0 ? 'nothing, since there is none to name' : `one of ${known.join(', ')}`;
  return [{ ...at, expected: `${choice}; “${wanted}” is not known` }];
}

/** The same for a list of references under one key. */
export function unknownReferences(
  at: Pick<CatalogueMistake, 'file' | 'path'>,
  wanted: readonly string[],
  known: readonly string[],
): CatalogueMistake[] {
  return wanted.flatMap((id, index) => unknownReference({ file: at.file, path: [...at.path, index] }, id, known));
}

/** The ids of rows. */
export function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}
