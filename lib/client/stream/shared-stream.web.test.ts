import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type BrowserParts, browserParts, SharedStream } from './shared-stream';
import type { StreamMessage } from './stream-message';

type Listener = Parameters<BrowserParts['connect']>[1];
type Hold = () => Promise<void>;

interface Request {
  tab: string;
  hold: Hold;
  resolve: () => void;
  reject: (reason: Error) => void;
}

/** One browser: locks as the standard has them, a channel that never echoes, and a server that counts its streams. */
class FakeBrowser {
  readonly #channels = new Map<string, BrowserParts['channel']>();
  readonly #queue: Request[] = [];
  readonly #dead = new Set<string>();
  #holder: Request | null = null;
  readonly open: { tab: string; topics: string[]; listener: Listener }[] = [];
  /** Every connection that was ever made, by its topics. */
  readonly made: string[][] = [];
  readonly events: string[] = [];

  partsFor(tab: string): BrowserParts {
    const channel: BrowserParts['channel'] = {
      onmessage: null,
      postMessage: (message: unknown) => {
        for (const [other, theirs] of this.#channels) {
          if (other === tab) continue;
          const data = structuredClone(message);
          queueMicrotask(() => this.#channels.has(other) && theirs.onmessage?.({ data } as MessageEvent));
        }
      },
      close: () => void this.#channels.delete(tab),
    };
    this.#channels.set(tab, channel);
    return { channel, locks: { request: this.#request(tab) }, connect: this.#connect(tab) };
  }

  #request(tab: string): LockManager['request'] {
    const request = (_: string, options: LockOptions, hold: Hold) =>
      new Promise<void>((resolve, reject) => {
        // A tab that has died runs nothing any more, though its promises are settled here.
        if (this.#dead.has(tab)) return;
        const asked = { tab, hold, resolve, reject };
        if (options.steal) {
          this.#holder?.reject(new DOMException('stolen', 'AbortError'));
          this.#holder = null;
          this.#queue.unshift(asked);
        } else this.#queue.push(asked);
        queueMicrotask(() => this.#grant());
      });
    return request as unknown as LockManager['request'];
  }

  #grant(): void {
    if (this.#holder) return;
    const next = this.#queue.shift();
    if (!next) return;
    this.#holder = next;
    void next.hold().then(() => {
      next.resolve();
      if (this.#holder !== next) return;
      this.#holder = null;
      this.#grant();
    });
  }

  #connect(tab: string): BrowserParts['connect'] {
    return (topics, listener) => {
      const connection = { tab, topics: [...topics], listener };
      this.open.push(connection);
      this.made.push([...topics]);
      this.events.push('open');
      return {
        close: () => {
          const index = this.open.indexOf(connection);
          if (index >= 0) this.open.splice(index, 1);
          this.events.push('close');
        },
      };
    };
  }

  /** The tab dies without a word: the browser gives its lock away and cuts its connection. */
  kill(tab: string): void {
    this.#dead.add(tab);
    this.#channels.delete(tab);
    for (const connection of this.open.filter((one) => one.tab === tab))
      this.open.splice(this.open.indexOf(connection), 1);
    for (let index = this.#queue.length - 1; index >= 0; index -= 1)
      if (this.#queue[index]?.tab === tab) this.#queue.splice(index, 1);
    if (this.#holder?.tab !== tab) return;
    this.#holder = null;
    this.#grant();
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function aTab(browser: FakeBrowser, name: string, ...topics: string[]) {
  const heard: StreamMessage[] = [];
  let signedOut = 0;
  const stream = new SharedStream(
    browser.partsFor(name),
    (message) => heard.push(message),
    () => {
      signedOut += 1;
    },
  );
  stream.setTopics(topics);
  return { name, stream, heard, topics, signedOut: () => signedOut };
}

const ping = (at: string): StreamMessage => ({ name: 'ping', data: { at } });

describe('[lesson 12] the tabs of one browser', () => {
  it('share one connection that carries what any of them needs', async () => {
    const browser = new FakeBrowser();
    aTab(browser, 'a', 'health', 'incidents');
    aTab(browser, 'b', 'health', 'incident:INC-2026-0001');
    aTab(browser, 'c', 'health', 'incident:INC-2026-0002');
    aTab(browser, 'd', 'health', 'incident:INC-2026-0001');
    await settled();
    expect(browser.open).toHaveLength(1);
    expect(browser.open[0]?.topics).toEqual([
      'health',
      'incident:INC-2026-0001',
      'incident:INC-2026-0002',
      'incidents',
    ]);
  });

  it('all hear every message, once and in order', async () => {
    const browser = new FakeBrowser();
    const tabs = ['a', 'b', 'c', 'd'].map((name) => aTab(browser, name, 'health'));
    await settled();
    for (const at of ['1', '2', '3']) browser.open[0]?.listener.onMessage(ping(at));
    await settled();
    for (const { heard } of tabs) expect(heard).toEqual([ping('1'), ping('2'), ping('3')]);
  });

  it('all learn that nobody is signed in any more', async () => {
    const browser = new FakeBrowser();
    const tabs = ['a', 'b', 'c'].map((name) => aTab(browser, name, 'health'));
    await settled();
    browser.open[0]?.listener.onSignedOut();
    await settled();
    expect(tabs.map((tab) => tab.signedOut())).toEqual([1, 1, 1]);
  });

  it('connect anew only for a topic that is not carried yet, and let go of the old connection last', async () => {
    const browser = new FakeBrowser();
    const [leader, other] = [aTab(browser, 'a', 'health'), aTab(browser, 'b', 'health')];
    await settled();
    const before = browser.made.length;
    other.stream.setTopics(['health']);
    leader.stream.setTopics([]);
    await settled();
    expect(browser.made).toHaveLength(before);
    browser.events.length = 0;
    other.stream.setTopics(['health', 'incident:INC-2026-0009']);
    await settled();
    expect(browser.events).toEqual(['open', 'close']);
    expect(browser.open[0]?.topics).toEqual(['health', 'incident:INC-2026-0009']);
  });

  it('[A8] let go of a topic that none of them needs any more, some seconds later, unless one comes back to it', async () => {
    const browser = new FakeBrowser();
    const [leader, other] = [aTab(browser, 'a', 'health', 'x'), aTab(browser, 'b', 'health', 'y', 'z')];
    await settled();
    vi.useFakeTimers();
    try {
      leader.stream.setTopics(['health']);
      vi.advanceTimersByTime(2_900);
      leader.stream.setTopics(['health', 'x']);
      other.stream.close();
      await vi.advanceTimersByTimeAsync(2_900);
      expect(browser.open[0]?.topics).toEqual(['health', 'x', 'y', 'z']);
      browser.events.length = 0;
      await vi.advanceTimersByTimeAsync(200);
      expect(browser.events).toEqual(['open', 'close']);
      expect(browser.open[0]?.topics).toEqual(['health', 'x']);
      await vi.advanceTimersByTimeAsync(60_000);
      expect(browser.events).toEqual(['open', 'close']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('[A8] tell a tab that comes later who is here, for the server has told this browser already', async () => {
    const browser = new FakeBrowser();
    const number = 'INC-2026-0001';
    aTab(browser, 'a', `incident:${number}`);
    await settled();
    const presence: StreamMessage = { name: 'presence', data: { number, people: [], more: 3 } };
    browser.open[0]?.listener.onMessage(presence);
    const late = aTab(browser, 'b', `incident:${number}`);
    await settled();
    expect(late.heard).toContainEqual(presence);
  });

  it('hand the stream on when the tab that holds it is closed', async () => {
    const browser = new FakeBrowser();
    const [first, second, third] = [
      aTab(browser, 'a', 'health'),
      aTab(browser, 'b', 'incidents'),
      aTab(browser, 'c', 'x'),
    ];
    await settled();
    expect(browser.open[0]?.tab).toBe('a');
    first.stream.close();
    await settled();
    expect(browser.open).toHaveLength(1);
    expect(browser.open[0]).toMatchObject({ tab: 'b', topics: ['incidents', 'x'] });
    browser.open[0]?.listener.onMessage(ping('later'));
    await settled();
    expect([first, second, third].map(({ heard }) => heard.length)).toEqual([0, 1, 1]);
  });

  it('hand the stream on when the tab that holds it crashes', async () => {
    const browser = new FakeBrowser();
    aTab(browser, 'a', 'health');
    const left = aTab(browser, 'b', 'incidents');
    await settled();
    browser.kill('a');
    await settled();
    expect(browser.open).toMatchObject([{ tab: 'b' }]);
    expect(browser.open[0]?.topics).toContain('incidents');
    browser.open[0]?.listener.onMessage(ping('later'));
    expect(left.heard).toEqual([ping('later')]);
  });

  it('take the stream from a tab that has gone silent, which then follows, and may lead again', async () => {
    const browser = new FakeBrowser();
    const [frozen, awake] = [aTab(browser, 'a', 'health'), aTab(browser, 'b', 'incidents')];
    await settled();
    awake.stream.takeOver();
    await settled();
    expect(browser.open).toMatchObject([{ tab: 'b', topics: ['health', 'incidents'] }]);
    browser.open[0]?.listener.onMessage(ping('1'));
    await settled();
    expect([frozen.heard, awake.heard]).toEqual([[ping('1')], [ping('1')]]);
    awake.stream.close();
    await settled();
    expect(browser.open).toMatchObject([{ tab: 'a' }]);
  });

  it('do not take the stream from themselves', async () => {
    const browser = new FakeBrowser();
    const only = aTab(browser, 'a', 'health');
    await settled();
    only.stream.takeOver();
    await settled();
    expect(browser.made).toHaveLength(1);
    expect(browser.open).toHaveLength(1);
  });

  it('open nothing once they are closed, though their turn comes', async () => {
    const browser = new FakeBrowser();
    const [first, second] = [aTab(browser, 'a', 'health'), aTab(browser, 'b', 'health')];
    second.stream.close();
    first.stream.close();
    await settled();
    expect(browser.open).toEqual([]);
    const next = aTab(browser, 'c', 'health');
    await settled();
    expect(browser.open).toMatchObject([{ tab: next.name }]);
  });

  it('whatever they do, end up with one stream that carries all they need and reaches each of them once', async () => {
    const topic = fc.constantFrom('health', 'incidents', 'incident:INC-2026-0001', 'incident:INC-2026-0002');
    const step = fc.record({
      what: fc.constantFrom('open', 'open', 'close', 'kill', 'takeOver', 'topics', 'settle'),
      who: fc.nat(7),
      topics: fc.uniqueArray(topic, { minLength: 1 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const browser = new FakeBrowser();
        let tabs: ReturnType<typeof aTab>[] = [];
        for (const [index, { what, who, topics }] of steps.entries()) {
          const tab = tabs[who % Math.max(1, tabs.length)];
          if (what === 'open') tabs.push(aTab(browser, `tab ${index}`, ...topics));
          else if (what === 'settle') await settled();
          else if (tab && what === 'takeOver') tab.stream.takeOver();
          else if (tab && what === 'topics') {
            tab.topics = topics;
            tab.stream.setTopics(topics);
          } else if (tab) {
            if (what === 'close') tab.stream.close();
            else browser.kill(tab.name);
            tabs = tabs.filter((other) => other !== tab);
          }
        }
        await settled();
        expect(browser.open).toHaveLength(tabs.length === 0 ? 0 : 1);
        expect(browser.open[0]?.topics ?? []).toEqual(expect.arrayContaining(tabs.flatMap(({ topics }) => topics)));
        for (const { heard } of tabs) heard.length = 0;
        browser.open[0]?.listener.onMessage(ping('all'));
        await settled();
        expect(tabs.map(({ heard }) => heard.length)).toEqual(tabs.map(() => 1));
      }),
      { numRuns: 400 },
    );
  });
});

describe('a browser without locks', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('gives each tab a stream of its own', () => {
    const urls: string[] = [];
    class FakeEventSource {
      constructor(url: string) {
        urls.push(url);
      }
      addEventListener() {}
      close() {}
    }
    vi.stubGlobal('EventSource', FakeEventSource);
    vi.stubGlobal('navigator', { onLine: true });
    const streams = ['a', 'b'].map(() => {
      const stream = new SharedStream(
        browserParts(),
        () => {},
        () => {},
      );
      stream.setTopics(['health']);
      return stream;
    });
    expect(urls.filter((url) => url.includes('topics=health'))).toHaveLength(2);
    for (const stream of streams) stream.close();
  });
});
