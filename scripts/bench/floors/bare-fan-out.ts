import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Mark } from '../followers/asks';
import type { Crowd } from '../followers/crowd';
import { ask, launch } from '../followers/launch';
import { residentKb } from '../stage/process-use';

export interface BareFanOut {
  /** Milliseconds from the word to write until each follower had it. */
  delays: number[];
  kbPerFollower: number;
}

/** The same crowd on a bare node:http stream: what sending to so many costs on this machine with nothing of ours in it. */
export async function bareFanOut(crowd: Crowd, count: number, messages: number): Promise<BareFanOut> {
  const server = launch(path.join(import.meta.dirname, 'bare-stream-process.ts'));
  try {
    const { port } = await ask<AddressInfo>(server, { seq: 0 });
    const before = residentKb(server.pid ?? 0);
    await crowd.open({ port, host: `127.0.0.1:${port}`, path: '/', cookie: 'none' }, count);
    const marks: Mark[] = [];
    for (let seq = 1; seq <= messages; seq += 1) {
      const { at } = await ask<{ at: number }>(server, { seq });
      marks.push({ seq, at });
      await sleep(150);
    }
    const { delays } = await crowd.delays(marks);
    const kbPerFollower = (residentKb(server.pid ?? 0) - before) / count;
    await crowd.scatter();
    return { delays, kbPerFollower };
  } finally {
    server.disconnect();
  }
}
