import type { Stage } from '../stage/stage';

/** One measured figure, beside what it is judged by. All values of one figure have the same unit. */
export interface Figure {
  what: string;
  value: number;
  unit: 'ms' | 's' | 'kB' | 'MB' | '';
  /** How many samples stand behind it. */
  n?: number;
  budget?: number;
  stretch?: number;
  /** The same thing with nothing of ours in it, measured in the same run. */
  floor?: number;
}

/** One row of the budgets in the design. */
export interface Row {
  name: string;
  /** The poll interval of the console that it is measured on, in milliseconds; null for a row that starts its own. */
  intervalMs: number | null;
  measure(stage: Stage): Promise<Figure[]>;
}

/** The figures of one row, or why there are none. */
export interface RowReport {
  name: string;
  figures: Figure[];
  /** The 1-minute load average when the row began and ended. */
  load: [number, number];
  tookS: number;
  broke?: string;
}
