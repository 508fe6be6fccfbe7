import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { aSocketServer } from '@/lib/testing/hostile-server';
import { PollSchedule } from './poll-schedule';
import { pollTarget } from './poll-target';

const intervalMs = 5;
const running: PollSchedule[] = [];
afterEach(() => {
  for (const schedule of running.splice(0)) schedule.stop();
});

/** Runs a schedule and notes when each poll began, relative to its first tick, and how many ran at once. */
function watched(phaseMs: number, poll: () => Promise<void>) {
  const startsMs: number[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;
  const firstTick = performance.now() + phaseMs;
  const schedule = new PollSchedule(intervalMs, phaseMs, async () => {
    startsMs.push(performance.now() - firstTick);
    atOnce += 1;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    await poll().finally(() => {
      atOnce -= 1;
    });
  });
  running.push(schedule);
  return { startsMs, mostAtOnce: () => mostAtOnce, stop: () => schedule.stop() };
}

/** How far behind its tick each poll began; a timer may be a fraction of a millisecond early. */
const lateness = (startsMs: readonly number[]) => startsMs.map((ms) => ((ms + 1) % intervalMs) - 1);
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

describe('[H26] a schedule', () => {
  it('keeps its phase over 1,000 bad polls, never polls a tick twice, and is not moved by one that hangs', async () => {
    const failing = watched(0, async () => {});
    const answering = watched(2, () => sleep(1));
    const hanging = watched(1, () => sleep(23));
    while (failing.startsMs.length < 1_000) await sleep(20);

    for (const { startsMs } of [failing, answering, hanging]) {
      const quarter = Math.floor(startsMs.length / 4);
      const late = lateness(startsMs);
      // A schedule that drifts is anywhere between two ticks: its median would be half an interval.
      expect(median(late)).toBeLessThan(0.4 * intervalMs);
      expect(Math.abs(median(late.slice(-quarter)) - median(late.slice(0, quarter)))).toBeLessThan(0.2 * intervalMs);
      // Polling a tick twice, even now and then, would get the n-th poll ahead of the n-th tick.
      expect(startsMs.findIndex((ms, index) => ms < (index - 1) * intervalMs)).toBe(-1);
    }
    const elapsed = failing.startsMs.at(-1) ?? 0;
    expect(answering.startsMs.length).toBeGreaterThan((0.8 * elapsed) / intervalMs);
    expect([failing, answering, hanging].map(({ mostAtOnce }) => mostAtOnce())).toEqual([1, 1, 1]);
    // 23 ms take five ticks of 5 ms.
    expect(hanging.startsMs.length).toBeGreaterThan((0.7 * elapsed) / (5 * intervalMs));
    process.stdout.write(
      `phase error over ${failing.startsMs.length} polls: median ${median(lateness(failing.startsMs)).toFixed(2)} ms\n`,
    );
  }, 20_000);

  it('polls each tick once though its timer is always a little early', async () => {
    let nowMs = 1_000;
    const due: { run: () => unknown; waitMs: number }[] = [];
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
    const timer = vi.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => unknown, waitMs: number) => {
      due.push({ run, waitMs });
    }) as never);
    try {
      const { startsMs } = watched(0, async () => {});
      for (let left = 50; left > 0; left -= 1) {
        const next = due.shift();
        nowMs += Math.max(0, (next?.waitMs ?? 0) - 0.7);
        await next?.run();
      }
      expect(startsMs.map((ms) => Math.round(ms / intervalMs))).toEqual(Array.from({ length: 50 }, (_, tick) => tick));
    } finally {
      clock.mockRestore();
      timer.mockRestore();
    }
  });

  it('goes on after a poll that throws', async () => {
    let polls = 0;
    const { startsMs } = watched(0, async () => {
      polls += 1;
      throw new Error(`a bug in poll ${polls}`);
    });
    while (startsMs.length < 5) await sleep(5);
    expect(median(lateness(startsMs))).toBeLessThan(0.6 * intervalMs);
  });

  it('begins no poll after it was stopped, not even when one was under way', async () => {
    const { startsMs, stop } = watched(0, () => sleep(12));
    while (startsMs.length < 2) await sleep(2);
    stop();
    const begun = startsMs.length;
    await sleep(40);
    expect(startsMs).toHaveLength(begun);
  });
});

describe('[I9] memory', () => {
  let collect: () => void = () => {};
  beforeAll(() => {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  });

  const usedMb = () => {
    collect();
    const { heapUsed, external, rss } = process.memoryUsage();
    return { heap: (heapUsed + external) / 2 ** 20, rss: rss / 2 ** 20 };
  };

  it('is bounded over 1,000 polls of targets that hang, reset, lie and pour', async () => {
    const head = 'HTTP/1.1 200 OK\r\n';
    const bomb = gzipSync(Buffer.alloc(2 * 2 ** 20));
    const plain = Buffer.from(`${head}\r\n${'[1,'.repeat(100_000)}`);
    const answers: ((socket: Socket) => void)[] = [
      () => {},
      (socket) => socket.resetAndDestroy(),
      (socket) => socket.end('\u0000\u0001 garbage \u0002'),
      (socket) => socket.end(plain),
      (socket) => socket.end(Buffer.concat([Buffer.from(`${head}content-encoding: gzip\r\n\r\n`), bomb])),
      (socket) => socket.end(Buffer.concat([Buffer.from(`${head}content-encoding: br\r\n\r\n`), deflateSync(plain)])),
      (socket) => socket.end(`${head}content-encoding: lzma\r\n\r\n`),
      (socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
      (socket) => socket.end(`HTTP/1.1 302 Found\r\nlocation: /\r\n\r\n`),
    ];
    let asked = 0;
    const server = await aSocketServer((socket) => answers[asked++ % answers.length]?.(socket));
    const target = { id: 'hostile', name: 'Hostile', url: server.url };
    const poll = async (times: number) => {
      for (let left = times; left > 0; left -= 10)
        await Promise.all(Array.from({ length: 10 }, () => pollTarget(target, 25)));
    };
    await poll(200);
    const before = usedMb();
    await poll(1_000);
    const after = usedMb();
    expect(after.heap - before.heap).toBeLessThan(12);
    expect(after.rss - before.rss).toBeLessThan(20);
    expect(server.openSockets()).toBeLessThan(20);
    await server.close();
    process.stdout.write(
      `memory over 1,000 bad polls: heap ${(after.heap - before.heap).toFixed(1)} MB, RSS ${(after.rss - before.rss).toFixed(1)} MB\n`,
    );
  }, 30_000);
});
