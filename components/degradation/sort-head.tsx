import type { MatrixView, SortKey } from './matrix-view';

interface SortHeadProps {
  view: MatrixView;
  onSort: (sort: SortKey, isReversed: boolean) => void;
}

interface Column {
  title: string;
  sort?: SortKey;
}

const columns: Column[] = [
  { title: 'Service', sort: 'service' },
  { title: 'Status', sort: 'status' },
  { title: 'Users feel' },
  { title: 'Since', sort: 'since' },
  { title: 'Instances' },
  { title: 'Sev', sort: 'severity' },
  { title: 'Runbook' },
];

const words: Record<SortKey, [string, string]> = {
  service: ['A to Z', 'Z to A'],
  status: ['trouble first', 'trouble last'],
  since: ['newest first', 'oldest first'],
  severity: ['worst first', 'worst last'],
};

/** The column heads; four of them sort. On a phone they become a row of buttons above the cards. */
export function SortHead({ view, onSort }: SortHeadProps) {
  return (
    <thead className="text-faint text-xs max-md:block">
      <tr className="max-md:flex max-md:flex-wrap max-md:gap-1 max-md:px-2 max-md:py-1.5">
        {columns.map(({ title, sort }) =>
          sort ? (
            <SortCell key={title} title={title} sort={sort} view={view} onSort={onSort} />
          ) : (
            <th key={title} scope="col" className="whitespace-nowrap px-2 py-2 text-left font-medium max-md:sr-only">
              {title}
            </th>
          ),
        )}
      </tr>
    </thead>
  );
}

function SortCell({ title, sort, view, onSort }: SortHeadProps & { title: string; sort: SortKey }) {
  const isSorted = view.sort === sort;
  const direction = view.isReversed ? 'descending' : 'ascending';
  const next = isSorted && !view.isReversed;
  return (
    <th
      scope="col"
      aria-sort={isSorted ? direction : 'none'}
      className="whitespace-nowrap px-0 text-left font-medium first:pl-1.5"
    >
      <button
        type="button"
        title={`Sort ${words[sort][next ? 1 : 0]}`}
        onClick={() => onSort(sort, next)}
        className={`inline-flex min-h-8 items-center gap-1 rounded-sm px-2 hover:text-text pointer-coarse:min-h-11 ${isSorted ? 'font-semibold text-text' : ''}`}
      >
        {title}
        <span aria-hidden="true" className="w-2.5">
          {isSorted && (view.isReversed ? '↑' : '↓')}
        </span>
      </button>
    </th>
  );
}
