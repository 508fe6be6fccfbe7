import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { followerCount } from '../observability/metrics';
import { hub } from './hub';
import { openEventStream } from './open-event-stream';
import { sseMessage } from './sse-message';

const topics = new Set(['health']);
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

const aborts: AbortController[] = [];
afterEach(() => {
  for (const abort of aborts.splice(0)) abort.abort();
});

/** Opens a stream as a browser would; `greet` says hello unless told otherwise. */
function open(greet: (send: (bytes: Uint8Array) => void) => Promise<void> = async () => {}, isGone = false) {
  const abort = new AbortController();
  aborts.push(abort);
  if (isGone) abort.abort();
  const request = new Request('https://console.test/api/v1/stream', { signal: abort.signal });
  const response = openEventStream(request, { topics, signInId: 'somebody', greet });
  const reader = response.body?.getReader();
  if (!reader) throw new Error('no body');
  return { response, reader, abort };
}

const following = async () => (await followerCount().get()).values[0]?.value ?? 0;

describe('an event stream', () => {
  it('may not be changed or kept by anything on the way', () => {
    const { headers } = open().response;
    expect(headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(headers.get('x-accel-buffering')).toBe('no');
  });

  it('says when to come back, greets this reader, then carries what is published', async () => {
    const { reader } = open(async (send) => send(sseMessage('hello', { build: 'b' })));
    hub().publish('health', sseMessage('health', { text: 'two\nlines' }));
    hub().publish('incidents', sseMessage('incidents', {}));
    expect(text((await reader.read()).value)).toBe('retry: 500\n\n');
    const rest = [text((await reader.read()).value), text((await reader.read()).value)];
    expect(rest).toContain('event: hello\ndata: {"build":"b"}\n\n');
    expect(rest).toContain('event: health\ndata: {"text":"two\\nlines"}\n\n');
  });

  it('ends when its greeting fails, and leaves nothing behind', async () => {
    const before = await following();
    const { reader } = open(async () => {
      throw new Error('the database is away');
    });
    await reader.read();
    expect((await reader.read()).done).toBe(true);
    expect(await following()).toBe(before);
  });
});

describe('a stream that has ended', () => {
  it('takes no more messages, and throws at nobody who still sends some', async () => {
    let send: (bytes: Uint8Array) => void = () => {};
    const { reader, abort } = open(async (given) => {
      send = given;
    });
    const [follower] = hub().followers();
    abort.abort();
    send(sseMessage('late', {}));
    follower?.send(sseMessage('signed_out', {}));
    follower?.close();
    expect(text((await reader.read()).value)).toBe('retry: 500\n\n');
    expect((await reader.read()).done).toBe(true);
  });
});

describe('[lesson 9] streams that are opened and left', () => {
  it.each(['by aborting the request', 'by cancelling the body', 'before they were opened'])(
    '%s are followers no more',
    async (how) => {
      const before = await following();
      const { reader, abort } = open(async () => {}, how.startsWith('before'));
      if (how.startsWith('by abort')) abort.abort();
      if (how.startsWith('by cancel')) await reader.cancel();
      expect(await following()).toBe(before);
      hub().publish('health', sseMessage('health', {}));
    },
  );

  it('10,000 times leave the gauge at 0 and the memory where it was', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const cycle = async (index: number) => {
      const { reader, abort } = open(async (send) => send(sseMessage('snapshot', { pad: 'x'.repeat(2_000) })));
      await reader.read();
      hub().publish('health', sseMessage('health', { index }));
      if (index % 2 === 0) abort.abort();
      else await reader.cancel();
    };
    // Ten thousand in two seconds leave no time to tidy up in between, as ten thousand in a day do.
    const cycles = async (count: number) => {
      for (let index = 1; index <= count; index += 1) {
        await cycle(index);
        if (index % 250 !== 0) continue;
        aborts.length = 0;
        await new Promise((resolve) => setImmediate(resolve));
        collect();
      }
    };
    await cycles(3_000);
    const before = process.memoryUsage();
    await cycles(10_000);
    const after = process.memoryUsage();
    expect(await following()).toBe(0);
    expect(hub().hasFollowers('health')).toBe(false);
    const grewMb = { rss: (after.rss - before.rss) / 2 ** 20, heap: (after.heapUsed - before.heapUsed) / 2 ** 20 };
    process.stdout.write(
      `10,000 streams opened and left: RSS ${grewMb.rss.toFixed(1)} MB, heap ${grewMb.heap.toFixed(1)} MB\n`,
    );
    expect(grewMb.rss).toBeLessThan(30);
    expect(grewMb.heap).toBeLessThan(10);
  }, 20_000);
});

describe('[F21] a reader that never reads', () => {
  const chunk = sseMessage('health', { pad: 'x'.repeat(100_000) });

  it('is dropped after about 1 MB while others get everything, and what waited for it is let go of', async () => {
    const before = await following();
    const slow = open();
    const quick = open();
    let heard = 0;
    const reading = (async () => {
      for (;;) {
        const { done, value } = await quick.reader.read();
        if (done) return;
        heard += value?.byteLength ?? 0;
      }
    })();
    let droppedAfter = 0;
    for (let sent = 1; sent <= 30; sent += 1) {
      hub().publish('health', chunk);
      await vi.waitUntil(() => heard >= sent * chunk.byteLength, { interval: 1 });
      if (droppedAfter === 0 && (await following()) === before + 1) droppedAfter = sent * chunk.byteLength;
    }
    expect(droppedAfter).toBeGreaterThan(900_000);
    expect(droppedAfter).toBeLessThan(1_300_000);
    // It resumes by id on a new connection; nothing of the old one is kept for it.
    await expect(slow.reader.read()).rejects.toMatchObject({ name: 'AbortError' });
    quick.abort.abort();
    await reading;
    expect(await following()).toBe(before);
  });

  it('is not dropped while it keeps up, however much it is sent', async () => {
    const { reader } = open();
    await reader.read();
    for (let sent = 0; sent < 40; sent += 1) {
      hub().publish('health', chunk);
      expect((await reader.read()).value?.byteLength).toBe(chunk.byteLength);
    }
  });
});

describe('[F28] a node that stops', () => {
  it('says goodbye to every stream and ends it, and is draining from then on', async () => {
    const streams = [open(), open()];
    hub().drain(sseMessage('bye', {}));
    for (const { reader } of streams) {
      expect(text((await reader.read()).value)).toBe('retry: 500\n\n');
      expect(text((await reader.read()).value)).toBe('event: bye\ndata: {}\n\n');
      expect((await reader.read()).done).toBe(true);
    }
    expect(hub().isDraining).toBe(true);
    expect(await following()).toBe(0);
  });
});
