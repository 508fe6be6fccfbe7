import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { v7 as uuidv7 } from 'uuid';
import { untilLive, watchFor } from '../pages/shown-at';
import type { Figure, Row } from '../report/figure';
import { percentileFigures } from '../report/percentile';
import { progress } from '../report/progress';
import type { Session } from '../stage/session';
import type { Stage } from '../stage/stage';

// The start command waits longer before it restarts what dies often; each death here is to be a first one.
const APART_MS = 11_000;
const GIVE_UP_MS = 30_000;

interface Recovery {
  /** Until the page's stream said hello again, in seconds. */
  hello: number;
  /** Until a note that was sent throughout was answered, in seconds. */
  answered: number;
  /** Until the page showed that note, in seconds. */
  shown: number;
}

/** Lets the page note when its stream says hello; the stream itself stays as it is. */
function noteHellos(): void {
  const Plain = window.EventSource;
  const hellos: number[] = [];
  Object.assign(window, {
    benchHellos: hellos,
    EventSource: class extends Plain {
      constructor(url: string | URL, init?: EventSourceInit) {
        super(url, init);
        this.addEventListener('hello', () => hellos.push(Date.now()));
      }
    },
  });
}

/** Sends one note again and again under the same id, as the outbox does, until it is in. */
async function sendUntilAnswered(session: Session, number: string, text: string): Promise<number> {
  const commandId = uuidv7();
  const until = Date.now() + GIVE_UP_MS;
  while (Date.now() < until) {
    const status = await session.send('timeline.add_note', { number, text }, commandId).then(
      (sent) => sent.status,
      () => 0,
    );
    if (status === 200) return Date.now();
    await sleep(25);
  }
  throw new Error('the console did not come back');
}

async function recoverOnce(stage: Stage, page: Page, number: string, signal: NodeJS.Signals): Promise<Recovery> {
  const session = await stage.session('commander');
  const text = `after ${signal} ${uuidv7()}`;
  const seen = await watchFor(page, '[role="log"]', text);
  const killedAt = Date.now();
  stage.console.signal('console', signal);
  await sleep(5);
  const answeredAt = await sendUntilAnswered(session, number, text);
  const shownAt = await seen();
  await untilLive(page);
  const hellos = await page.evaluate(() => (window as unknown as { benchHellos: number[] }).benchHellos);
  const helloAt = hellos.find((at) => at > killedAt) ?? Number.NaN;
  const isSamePage = await page.evaluate(() => 'benchSamePage' in window);
  if (!isSamePage) throw new Error('the page was loaded anew');
  return {
    hello: (helloAt - killedAt) / 1000,
    answered: (answeredAt - killedAt) / 1000,
    shown: (shownAt - killedAt) / 1000,
  };
}

function figuresOf(name: string, all: Recovery[]): Figure[] {
  const judged = { budget: 3, stretch: 1 };
  const each = (pick: (one: Recovery) => number) => all.map(pick);
  return [
    ...percentileFigures(
      `${name} → page live`,
      's',
      each(({ hello }) => hello),
      { 50: judged, 100: judged },
    ),
    ...percentileFigures(
      `${name} → new event shown`,
      's',
      each(({ shown }) => shown),
      { 50: judged, 100: judged },
    ),
    ...percentileFigures(
      `${name} → commands answered`,
      's',
      each(({ answered }) => answered),
      { 50: {} },
    ),
  ];
}

/** The console dies or is told to stop, the start command starts it again, and an open page goes on by itself. */
export const restart: Row = {
  name: 'restart',
  intervalMs: 5000,
  measure: async (stage) => {
    const context = await stage.visit('responder');
    const number = await (await stage.session('commander')).declare('Restarted under us');
    const results = { SIGKILL: [] as Recovery[], SIGTERM: [] as Recovery[] };
    try {
      const page = await context.newPage();
      await page.addInitScript(noteHellos);
      await page.goto(`/incidents/${number}`);
      await untilLive(page);
      await page.evaluate(() => Object.assign(window, { benchSamePage: true }));
      const times = stage.options.isQuick ? 1 : 5;
      for (let turn = 0; turn < times * 2; turn += 1) {
        const signal = turn % 2 === 0 ? 'SIGKILL' : 'SIGTERM';
        await sleep(APART_MS);
        progress(`restart: ${signal}, ${turn + 1} of ${times * 2}`);
        results[signal].push(await recoverOnce(stage, page, number, signal));
      }
    } finally {
      await context.close();
    }
    return [...figuresOf('SIGKILL', results.SIGKILL), ...figuresOf('SIGTERM', results.SIGTERM)];
  },
};
