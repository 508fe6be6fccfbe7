import type { Row } from '../report/figure';
import { percentileFigures } from '../report/percentile';
import { progress } from '../report/progress';

const INTERVAL_MS = 5000;

/** `npm start` where everything is installed and built: until its block is printed. */
export const start: Row = {
  name: 'start',
  intervalMs: null,
  measure: async (stage) => {
    const seconds: number[] = [];
    const times = stage.options.isQuick ? 2 : 5;
    for (let turn = -1; turn < times; turn += 1) {
      progress(`start: ${turn + 1} of ${times}`);
      const took = await stage.start(INTERVAL_MS);
      if (turn >= 0) seconds.push(took);
    }
    await stage.stopConsole();
    return percentileFigures('second start', 's', seconds, {
      50: { budget: 10, stretch: 4 },
      100: { budget: 10, stretch: 4 },
    });
  },
};
