import { setTimeout as sleep } from 'node:timers/promises';
import { untilLive, untilShown, watchFor } from '../pages/shown-at';
import type { Row } from '../report/figure';
import { percentileFigures } from '../report/percentile';
import { progress } from '../report/progress';

const BANNER = '[role="status"]';
const WORDS = 'No word from the console';

/** The console is frozen, so that connections look alive and say nothing; the page says since when it hears nothing. */
export const staleLink: Row = {
  name: 'stale-link',
  intervalMs: 5000,
  measure: async (stage) => {
    const context = await stage.visit('stakeholder');
    const seconds: number[] = [];
    try {
      const page = await context.newPage();
      await page.goto('/');
      const times = stage.options.isQuick ? 1 : 5;
      for (let turn = 0; turn < times; turn += 1) {
        progress(`stale-link: ${turn + 1} of ${times}`);
        await untilLive(page);
        await sleep(3_000 + Math.random() * 3_000);
        const seen = await watchFor(page, BANNER, WORDS);
        const frozenAt = Date.now();
        stage.console.signal('console', 'SIGSTOP');
        try {
          seconds.push(((await seen()) - frozenAt) / 1000);
        } finally {
          stage.console.signal('console', 'SIGCONT');
        }
        await untilShown(page, 'tr[data-service="minio"][data-status="ok"]');
      }
    } finally {
      await context.close();
    }
    return percentileFigures('frozen → banner', 's', seconds, {
      50: { budget: 10, stretch: 5 },
      100: { budget: 10, stretch: 5 },
    });
  },
};
