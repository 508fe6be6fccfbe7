import type { Figure, RowReport } from './figure';

const COLUMNS = ['row', 'figure', 'value', 'n', 'budget', 'ratio', 'stretch', 'floor', '× floor'];
const TEXT_COLUMNS = 2;

function amount(value: number | undefined, unit: Figure['unit']): string {
  if (value === undefined) return '';
  if (!Number.isFinite(value)) return 'none';
  const size = Math.abs(value);
  const digits = size >= 100 || unit === '' ? 0 : size >= 10 ? 1 : 2;
  return `${value.toFixed(digits)}${unit && ` ${unit}`}`;
}

const ratio = (value: number, to: number | undefined): string => (to ? (value / to).toFixed(2) : '');

function cells(row: string, { what, value, unit, n, budget, stretch, floor }: Figure): string[] {
  const over = budget !== undefined && value > budget ? ' !' : '';
  return [
    row,
    what,
    amount(value, unit),
    n === undefined ? '' : String(n),
    amount(budget, unit),
    `${ratio(value, budget)}${over}`,
    amount(stretch, unit),
    amount(floor, unit),
    ratio(value, floor),
  ];
}

/** The table of everything that was measured; `!` marks what is over its budget. */
export function formatTable(reports: readonly RowReport[]): string {
  const lines = reports.flatMap(({ name, figures, broke }) => {
    const shown = figures.map((figure, index) => cells(index === 0 ? name : '', figure));
    return broke === undefined ? shown : [...shown, [name, `broke: ${broke}`]];
  });
  const widths = COLUMNS.map((column, index) =>
    Math.max(column.length, ...lines.filter((line) => line.length > 2).map((line) => line[index]?.length ?? 0)),
  );
  const format = (line: readonly string[]) =>
    line
      .map((cell, index) =>
        index < TEXT_COLUMNS ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [format(COLUMNS), widths.map((width) => '-'.repeat(width)).join('  '), ...lines.map(format)].join('\n');
}
