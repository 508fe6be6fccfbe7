import { setTimeout as sleep } from 'node:timers/promises';
import { monotonicMs } from '../clock';
import type { Ask, Mark, Told } from './asks';
import { Follower } from './follower';

// How many connect at a time while a crowd gathers; a burst is a row of its own.
const GATHERING = 50;

let followers: Follower[] = [];

async function gather(): Promise<number[]> {
  const waiting = [...followers];
  const liveAfterMs: number[] = [];
  const next = async (): Promise<void> => {
    for (let one = waiting.pop(); one; one = waiting.pop()) {
      const began = monotonicMs();
      await one.open();
      liveAfterMs.push(monotonicMs() - began);
    }
  };
  await Promise.all(Array.from({ length: GATHERING }, next));
  return liveAfterMs;
}

function reopen(): Promise<number[]> {
  for (const one of followers) one.close();
  const began = monotonicMs();
  return Promise.all(followers.map((one) => one.open().then(() => monotonicMs() - began)));
}

function delaysOf(marks: readonly Mark[]): Pick<Told, 'delays' | 'missed'> {
  const delays: number[] = [];
  let missed = 0;
  for (const one of followers) {
    for (const mark of marks) {
      if (one.liveAt === null || one.liveAt > mark.at) continue;
      const at = one.receivedAt(mark.seq);
      if (at === undefined) missed += 1;
      else delays.push(at - mark.at);
    }
  }
  return { delays, missed };
}

async function obey(ask: Ask): Promise<Partial<Told>> {
  switch (ask.kind) {
    case 'open':
      for (const one of followers) one.close();
      followers = Array.from({ length: ask.count }, () => new Follower(ask.address));
      return { liveAfterMs: await gather() };
    case 'reopen':
      return { liveAfterMs: await reopen() };
    case 'delays':
      // What was sent last may still be on its way.
      await sleep(500);
      return delaysOf(ask.marks);
    case 'close':
      for (const one of followers) one.close();
      followers = [];
      return {};
  }
}

process.on('message', (ask: Ask) => {
  obey(ask).then((told) => {
    const failures = followers.reduce((sum, one) => sum + one.failures, 0);
    process.send?.({ liveAfterMs: [], delays: [], missed: 0, failures, ...told } satisfies Told);
  });
});
process.once('disconnect', () => process.exit(0));
