import { weighScripts } from '../pages/script-sizes';
import type { Figure, Row } from '../report/figure';

/** How much script a browser fetches before a page has loaded, and what it fetches later when it is idle. */
export const firstLoad: Row = {
  name: 'first-load',
  intervalMs: 5000,
  measure: async (stage) => {
    const number = await (await stage.session('commander')).declare('To be weighed');
    const figures: Figure[] = [];
    for (const [path, name] of [
      ['/', 'situation'],
      [`/incidents/${number}`, 'record'],
      ['/incidents', 'list'],
      ['/sign-in', 'sign-in'],
    ] as const) {
      const context =
        path === '/sign-in'
          ? await (await stage.browser()).newContext({ baseURL: stage.console.url })
          : await stage.visit('commander');
      try {
        const { firstKb, lateKb, files } = await weighScripts(context, path);
        const judged = { budget: 170, stretch: 150 };
        figures.push({ what: `${name}: script before load`, value: firstKb, unit: 'kB', n: files, ...judged });
        figures.push({ what: `${name}: script later, when idle`, value: lateKb, unit: 'kB' });
      } finally {
        await context.close();
      }
    }
    return figures;
  },
};
