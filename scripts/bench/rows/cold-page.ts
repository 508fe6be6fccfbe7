import { type ColdLoad, loadCold } from '../pages/cold-load';
import type { Figure, Row } from '../report/figure';
import { percentileFigures } from '../report/percentile';
import { progress } from '../report/progress';
import type { Stage } from '../stage/stage';

async function loadOften(stage: Stage, isSlow: boolean, times: number): Promise<ColdLoad[]> {
  const loads: ColdLoad[] = [];
  // The first one warms the server up, not the browser: each visit is a new profile with an empty cache.
  for (let turn = -1; turn < times; turn += 1) {
    const context = await stage.visit('stakeholder');
    try {
      const load = await loadCold(context, { name: 'situation', isSlow });
      if (turn >= 0) loads.push(load);
    } finally {
      await context.close();
    }
  }
  return loads;
}

function figuresOf(name: string, loads: ColdLoad[], isSlow: boolean): Figure[] {
  const each = (key: keyof ColdLoad) => loads.map((load) => load[key] / 1000);
  const status = isSlow ? { budget: 1.2, stretch: 0.8 } : { budget: 0.4, stretch: 0.25 };
  return [
    ...percentileFigures(`${name}: status painted`, 's', each('statusPainted'), { 50: status, 100: {} }),
    ...percentileFigures(`${name}: LCP`, 's', each('largestPaint'), { 50: isSlow ? { budget: 1.5 } : {} }),
    ...percentileFigures(`${name}: hydrated`, 's', each('hydrated'), { 50: isSlow ? { budget: 3, stretch: 2 } : {} }),
    ...percentileFigures(`${name}: live`, 's', each('live'), { 50: {} }),
  ];
}

/** The situation page in a browser that has never seen it: on this machine, and on Slow 4G with a quarter of the CPU. */
export const coldPage: Row = {
  name: 'cold-page',
  intervalMs: 5000,
  measure: async (stage) => {
    const times = stage.options.isQuick ? 3 : 10;
    progress(`cold-page: ${times} visits on loopback`);
    const quick = await loadOften(stage, false, times);
    progress(`cold-page: ${times} visits on Slow 4G with 4× CPU`);
    const slow = await loadOften(stage, true, times);
    return [...figuresOf('loopback', quick, false), ...figuresOf('Slow 4G, 4× CPU', slow, true)];
  },
};
