import { createServer, type Server } from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '@/lib/testing/eventually';
import { followerCount } from '../observability/metrics';
import { EventStream, type StreamRequest } from './event-stream';
import { hub } from './hub';
import { sseMessage } from './sse-message';

const topics = new Set(['health']);
type Greet = StreamRequest['greet'];

let server: Server;
let greet: Greet = async () => {};
beforeAll(async () => {
  server = createServer((_, response) =>
    EventStream.open(response, { topics, signInId: 'somebody', personId: 'p', name: 'P', role: 'viewer', greet }),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

const readers: Reader[] = [];
afterEach(async () => {
  for (const reader of readers.splice(0)) reader.socket.destroy();
  await eventually(async () => expect(await following()).toBe(0));
});

interface Reader {
  socket: Socket;
  /** All that came, head and body. */
  heard(): string;
  bytes(): number;
  isEnded(): boolean;
}

/** Opens a stream on a bare socket and waits until it is followed; `greetBy` says hello unless told otherwise. */
async function open(greetBy: Greet = async () => {}, { reads = true } = {}): Promise<Reader> {
  greet = greetBy;
  const before = await following();
  const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1');
  let heard = '';
  let bytes = 0;
  let isEnded = false;
  socket.on('error', () => {});
  socket.once('close', () => {
    isEnded = true;
  });
  if (reads)
    socket.on('data', (chunk) => {
      bytes += chunk.byteLength;
      if (heard.length < 20_000) heard += chunk.toString();
    });
  socket.write('GET / HTTP/1.1\r\nHost: console.test\r\n\r\n');
  const reader = { socket, heard: () => heard, bytes: () => bytes, isEnded: () => isEnded };
  readers.push(reader);
  if (reads) await eventually(() => expect(heard).toContain('retry: 500\n\n'));
  else await eventually(async () => expect(await following()).toBe(before + 1));
  return reader;
}

const following = async () => (await followerCount().get()).values[0]?.value ?? 0;
const body = (reader: Reader) => reader.heard().slice(reader.heard().indexOf('\r\n\r\n') + 4);

describe('an event stream', () => {
  it('may not be changed, kept or framed by anything on the way, and is no page', async () => {
    const head = (await open()).heard().split('\r\n\r\n')[0]?.toLowerCase().split('\r\n') ?? [];
    for (const line of [
      'content-type: text/event-stream; charset=utf-8',
      'cache-control: no-cache, no-transform',
      'x-accel-buffering: no',
      'x-content-type-options: nosniff',
      "content-security-policy: default-src 'none'; frame-ancestors 'none'",
      'connection: close',
    ]) {
      expect(head).toContain(line);
    }
    expect(head.join()).not.toContain('transfer-encoding');
  });

  it('says when to come back, greets this reader, then carries what is published', async () => {
    const reader = await open(async (send) => send(sseMessage('hello', { build: 'b' })));
    hub().publish('health', sseMessage('health', { text: 'two\nlines' }));
    hub().publish('incidents', sseMessage('incidents', {}));
    await eventually(() =>
      expect(body(reader)).toBe(
        'retry: 500\n\nevent: hello\ndata: {"build":"b"}\n\nevent: health\ndata: {"text":"two\\nlines"}\n\n',
      ),
    );
  });

  it('joins before it greets, so that nothing falls in between', async () => {
    const reader = await open(async (send) => {
      hub().publish('health', sseMessage('health', {}));
      send(sseMessage('hello', {}));
    });
    await eventually(() => expect(body(reader)).toContain('event: hello'));
    expect(body(reader)).toContain('event: health');
  });

  it('ends when its greeting fails, and leaves nothing behind', async () => {
    const before = await following();
    const reader = await open(async () => {
      throw new Error('the database is away');
    });
    await eventually(() => expect(reader.isEnded()).toBe(true));
    expect(await following()).toBe(before);
  });
});

describe('a stream that has ended', () => {
  it('takes no more messages, and throws at nobody who still sends some', async () => {
    let send: (bytes: Uint8Array) => void = () => {};
    const reader = await open(async (given) => {
      send = given;
    });
    const [follower] = hub().followers();
    reader.socket.destroy();
    // Before this side has noticed, and after.
    send(sseMessage('late', {}));
    await eventually(async () => expect(await following()).toBe(0));
    send(sseMessage('late', {}));
    follower?.send(sseMessage('signed_out', {}));
    follower?.close();
    expect(body(reader)).toBe('retry: 500\n\n');
  });
});

describe('[lesson 9] streams that are opened and left', () => {
  it.each(['politely', 'with a reset', 'before they were opened'])('%s are followers no more', async (how) => {
    const before = await following();
    if (how.startsWith('before')) {
      const socket = net.connect((server.address() as AddressInfo).port, '127.0.0.1');
      socket.write('GET / HTTP/1.1\r\nHost: console.test\r\n\r\n');
      socket.destroy();
    } else {
      const { socket } = await open();
      if (how === 'politely') socket.end();
      else socket.resetAndDestroy();
    }
    await eventually(async () => expect(await following()).toBe(before));
    hub().publish('health', sseMessage('health', {}));
  });

  it('3,000 times leave the gauge at 0 and the memory where it was', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const cycle = async (index: number) => {
      const { socket } = await open(async (send) => send(sseMessage('snapshot', { pad: 'x'.repeat(2_000) })));
      hub().publish('health', sseMessage('health', { index }));
      if (index % 2 === 0) socket.resetAndDestroy();
      else socket.destroy();
    };
    const cycles = async (count: number) => {
      for (let done = 0; done < count; done += 20) {
        await Promise.all(Array.from({ length: 20 }, (_, index) => cycle(index)));
        readers.length = 0;
        await eventually(async () => expect(await following()).toBe(0));
        if (done % 200 === 0) collect();
      }
    };
    await cycles(1_000);
    collect();
    const before = process.memoryUsage();
    await cycles(3_000);
    collect();
    const after = process.memoryUsage();
    expect(hub().hasFollowers('health')).toBe(false);
    const grewMb = { rss: (after.rss - before.rss) / 2 ** 20, heap: (after.heapUsed - before.heapUsed) / 2 ** 20 };
    process.stdout.write(`3,000 streams: RSS ${grewMb.rss.toFixed(1)} MB, heap ${grewMb.heap.toFixed(1)} MB\n`);
    expect(grewMb.rss).toBeLessThan(30);
    expect(grewMb.heap).toBeLessThan(5);
  }, 30_000);
});

describe('[F21] a reader that never reads', () => {
  const chunk = sseMessage('health', { pad: 'x'.repeat(100_000) });

  it('is dropped when about 1 MB waits for it, while others get everything', async () => {
    const before = await following();
    const slow = await open(undefined, { reads: false });
    slow.socket.pause();
    const quick = await open();
    let sent = 0;
    const start = quick.bytes();
    // What the kernel takes for a socket nobody reads is some megabytes, and no business of ours.
    while ((await following()) > before + 1 && sent < 200) {
      hub().publish('health', chunk);
      sent += 1;
      await eventually(() => expect(quick.bytes() - start).toBe(sent * chunk.byteLength));
    }
    expect(await following()).toBe(before + 1);
    expect(sent).toBeGreaterThan(9);
    hub().publish('health', chunk);
    await eventually(() => expect(quick.bytes() - start).toBe((sent + 1) * chunk.byteLength));
    // Nothing is kept for it: it is cut off rather than served the rest.
    slow.socket.resume();
    await eventually(() => expect(slow.isEnded()).toBe(true));
  });

  it('is not dropped while it keeps up, however much it is sent', async () => {
    const reader = await open();
    const start = reader.bytes();
    for (let sent = 1; sent <= 100; sent += 1) {
      hub().publish('health', chunk);
      await eventually(() => expect(reader.bytes() - start).toBe(sent * chunk.byteLength));
    }
    expect(reader.isEnded()).toBe(false);
  });
});

describe('[F28] a node that stops', () => {
  it('says goodbye to every stream and ends it, and is draining from then on', async () => {
    const streams = [await open(), await open()];
    hub().drain(sseMessage('bye', {}));
    for (const reader of streams) {
      await eventually(() => expect(reader.isEnded()).toBe(true));
      expect(body(reader)).toBe('retry: 500\n\nevent: bye\ndata: {}\n\n');
    }
    expect(hub().isDraining).toBe(true);
    expect(await following()).toBe(0);
  });
});
