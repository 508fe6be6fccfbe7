import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from '@playwright/test';
import { findChromium } from '../../../e2e/fixtures/find-chromium';
import { signIn, type Who } from '../../../e2e/fixtures/journey';
import { RunningConsole, startConsole, stopConsole } from '../../../e2e/fixtures/running-console';
import playwrightConfig from '../../../playwright.config';
import { monotonicMs } from '../clock';
import type { BenchOptions } from '../options';
import { Session } from './session';

const root = path.resolve(import.meta.dirname, '../../..');

// What measures inside a page is compiled by tsx, which names functions through a helper that pages do not have.
const NAMES_IN_PAGES = 'globalThis.__name ??= (named) => named;';

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;

/** The console under measurement in a data folder of its own, and the people and browsers that visit it. */
export class Stage {
  readonly options: BenchOptions;
  readonly root = root;
  readonly dataDir = mkdtempSync(path.join(os.tmpdir(), 'console-bench-'));
  readonly console = new RunningConsole(this.dataDir);
  readonly #cookies = new Map<Who, Cookies>();
  readonly #sessions = new Map<Who, Session>();
  #child: ChildProcess | null = null;
  #browser: Browser | null = null;

  constructor(options: BenchOptions) {
    this.options = options;
  }

  /** The console's process id right now; another one after each restart. */
  get consolePid(): number {
    const pid = this.console.note.processes.console?.pid;
    if (!pid) throw new Error('no console runs');
    return pid;
  }

  /** Stops the console that runs and starts it anew; answers the seconds from `npm start` until its block is printed. */
  async start(intervalMs: number): Promise<number> {
    await this.stopConsole();
    const began = monotonicMs();
    const { child } = await startConsole(root, {
      PORT: String(this.options.port),
      DATA_DIR: this.dataDir,
      HEALTH_INTERVAL_MS: String(intervalMs),
      CI: '1',
    });
    this.#child = child;
    return (monotonicMs() - began) / 1000;
  }

  async stopConsole(): Promise<void> {
    for (const session of this.#sessions.values()) session.disconnect();
    if (this.#child) await stopConsole(this.#child);
    this.#child = null;
  }

  /** The browser; a new one when the last was ended, or died. */
  async browser(): Promise<Browser> {
    if (this.#browser?.isConnected()) return this.#browser;
    this.#browser = await chromium.launch({
      ...playwrightConfig.use?.launchOptions,
      executablePath: findChromium() ?? chromium.executablePath(),
    });
    return this.#browser;
  }

  /** Ends the browser, so that it takes no part in what is measured next. */
  async closeBrowser(): Promise<void> {
    await this.#browser?.close();
    this.#browser = null;
  }

  /** An empty browser profile in which this person is signed in. */
  async visit(who: Who, options: BrowserContextOptions = {}): Promise<BrowserContext> {
    const cookies = await this.#signedIn(who);
    const context = await (await this.browser()).newContext({
      baseURL: this.console.url,
      viewport: { width: 1280, height: 800 },
      colorScheme: 'dark',
      ...options,
    });
    await context.addCookies(cookies);
    await context.addInitScript({ content: NAMES_IN_PAGES });
    return context;
  }

  /** The same person without a browser. */
  async session(who: Who): Promise<Session> {
    const cookies = await this.#signedIn(who);
    const known = this.#sessions.get(who);
    if (known) return known;
    const header = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const session = new Session(this.console.url, header);
    this.#sessions.set(who, session);
    return session;
  }

  /** Takes everything away. */
  async strike(): Promise<void> {
    await this.closeBrowser();
    await this.stopConsole();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  async #signedIn(who: Who): Promise<Cookies> {
    const known = this.#cookies.get(who);
    if (known) return known;
    const context = await (await this.browser()).newContext({ baseURL: this.console.url });
    try {
      await signIn(await context.newPage(), who);
      const cookies = await context.cookies(this.console.url);
      this.#cookies.set(who, cookies);
      return cookies;
    } finally {
      await context.close();
    }
  }
}
