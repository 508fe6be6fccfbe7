import type { MatrixRow } from '@/lib/domain/degradation/matrix';
import type { MatrixService } from '@/lib/domain/degradation/matrix-catalogue';

export const sortKeys = ['service', 'status', 'since', 'severity'] as const;
export type SortKey = (typeof sortKeys)[number];

/** What is shown of the matrix and in which order; it stands in the address, so that it can be passed on. */
export interface MatrixView {
  /** A user function's id; null shows every row. */
  functionId: string | null;
  sort: SortKey;
  isReversed: boolean;
  /** The row that is open. */
  openId: string | null;
}

/** Reads the view from an address: `?function=upload&sort=-since&row=minio`. What it does not know is left out. */
export function readView(query: URLSearchParams, functionIds: readonly string[]): MatrixView {
  const asked = query.get('sort') ?? '';
  const sort = sortKeys.find((key) => key === asked.replace(/^-/, ''));
  const functionId = query.get('function');
  return {
    functionId: functionId && functionIds.includes(functionId) ? functionId : null,
    sort: sort ?? 'status',
    isReversed: sort !== undefined && asked.startsWith('-'),
    openId: query.get('row'),
  };
}

/** The view as a query string with its question mark; empty for the usual view. */
export function writeView({ functionId, sort, isReversed, openId }: MatrixView): string {
  const query = new URLSearchParams();
  if (functionId) query.set('function', functionId);
  if (sort !== 'status' || isReversed) query.set('sort', `${isReversed ? '-' : ''}${sort}`);
  if (openId) query.set('row', openId);
  const text = query.toString();
  return text ? `?${text}` : '';
}

/** True when the service, degraded or down, is felt in this function. */
export function touches({ degraded, down }: MatrixService, functionId: string): boolean {
  return Object.hasOwn(degraded.functions, functionId) || Object.hasOwn(down.functions, functionId);
}

/** Rows come with trouble first and keep that order among equals. What has no time or severity stays at the end. */
export function sortRows(
  rows: readonly MatrixRow[],
  { sort, isReversed }: Pick<MatrixView, 'sort' | 'isReversed'>,
  ladder: readonly string[],
): MatrixRow[] {
  if (sort === 'status') return isReversed ? [...rows].reverse() : [...rows];
  if (sort === 'service') return ordered(rows, (row) => row.name.toLowerCase(), isReversed);
  if (sort === 'since') return ordered(rows, (row) => row.since && -Date.parse(row.since), isReversed);
  return ordered(rows, (row) => row.severity && ladder.indexOf(row.severity), isReversed);
}

function ordered(
  rows: readonly MatrixRow[],
  sortBy: (row: MatrixRow) => string | number | null,
  isReversed: boolean,
): MatrixRow[] {
  return [...rows].sort((one, other) => {
    const a = sortBy(one);
    const b = sortBy(other);
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    if (a === b) return 0;
    return a < b === isReversed ? 1 : -1;
  });
}
