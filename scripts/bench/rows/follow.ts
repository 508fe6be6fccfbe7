import { publishUpdate } from '../../../e2e/fixtures/publish-update';
import { weighPage } from '../pages/follow-load';
import { hammer } from '../pages/hammer';
import type { Figure, Row } from '../report/figure';
import { percentileFigures } from '../report/percentile';
import { progress } from '../report/progress';
import { processorMs } from '../stage/process-use';
import type { Stage } from '../stage/stage';

const CONNECTIONS = 50;
const UPDATES = 30;

/** A link to an incident of many updates, as somebody without an account is given one. */
async function aFollowedIncident(stage: Stage): Promise<URL> {
  const session = await stage.session('commander');
  const number = await session.declare('Followed by many');
  for (let index = 0; index < UPDATES; index += 1) {
    await publishUpdate(stage.console, number, {
      ...{ headline: 'Uploads fail', phase: 'identified', components: { upload: 'down', playback: 'ok' } },
      body: `Update ${index}. Uploads are refused since 03:02 UTC. We know why, and are at work on it. Playback goes on.`,
      nextUpdateAt: new Date(Date.now() + 1_200_000).toISOString(),
    });
  }
  const { address } = await session.post(`/api/v1/incidents/${number}/follow-links`, { label: 'Bench', ttlHours: 1 });
  return new URL(String(address));
}

/** The page that stakeholders follow: how many may ask at once, what it weighs, and when its sentence stands on a phone. */
export const follow: Row = {
  name: 'follow',
  intervalMs: 5000,
  measure: async (stage): Promise<Figure[]> => {
    const url = await aFollowedIncident(stage);
    const seconds = stage.options.isQuick ? 3 : 15;
    await hammer(url, CONNECTIONS, 2);
    progress(`follow: ${CONNECTIONS} connections for ${seconds} s`);
    const usedBefore = processorMs(stage.consolePid);
    const { tookMs, bytes, failures } = await hammer(url, CONNECTIONS, seconds);
    const used = processorMs(stage.consolePid) - usedBefore;
    const visits = stage.options.isQuick ? 3 : 10;
    progress(`follow: ${visits} visits on Slow 4G with 4× CPU`);
    const { scriptKb, pageKb, sentenceMs } = await weighPage(await stage.browser(), url, visits);
    return [
      { what: 'pages a second, while as much is asked for', value: tookMs.length / seconds, unit: '', n: failures },
      // Two cores have 2,000 ms a second: 2,000 pages are 1 ms each.
      {
        what: "console's processor for each page",
        value: used / tookMs.length,
        unit: 'ms',
        budget: 1,
        n: tookMs.length,
      },
      ...percentileFigures(`answer, ${CONNECTIONS} at once`, 'ms', tookMs, { 50: {}, 99: {} }),
      { what: 'answer with its head, compressed', value: bytes / 1000, unit: 'kB' },
      { what: `page with ${UPDATES} updates, not compressed`, value: pageKb, unit: 'kB', budget: 60 },
      { what: 'its script', value: scriptKb, unit: 'kB', budget: 10 },
      ...percentileFigures('Slow 4G, 4× CPU: sentence painted', 'ms', sentenceMs, { 50: { budget: 1_200 }, 100: {} }),
    ];
  },
};
