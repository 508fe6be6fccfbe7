import type { Figure } from './figure';

/** The p-th percentile (0 to 100) by nearest rank: always one of the samples. NaN without any. */
export function percentile(samples: readonly number[], p: number): number {
  const sorted = Float64Array.from(samples).sort();
  return sorted[Math.max(0, Math.ceil((p / 100) * sorted.length) - 1)] ?? Number.NaN;
}

type Judged = Partial<Pick<Figure, 'budget' | 'stretch' | 'floor'>>;

/** One figure for each wanted percentile of the samples; 50 is the median, 100 the maximum. */
export function percentileFigures(
  what: string,
  unit: Figure['unit'],
  samples: readonly number[],
  wanted: Readonly<Record<number, Judged>>,
): Figure[] {
  return Object.entries(wanted).map(([p, judged]) => ({
    what: `${what} ${p === '100' ? 'max' : `p${p}`}`,
    value: percentile(samples, Number(p)),
    unit,
    n: samples.length,
    ...judged,
  }));
}
