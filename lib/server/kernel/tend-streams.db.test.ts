import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { aFollower, type TestFollower } from '@/lib/testing/a-follower';
import { eventually } from '@/lib/testing/eventually';
import { type FreshDatabase, freshDatabase } from '@/lib/testing/fresh-database';
import { cutOff, setNodeEnvironment } from '@/lib/testing/node-environment';
import { actorsOf, endSignIn, recordSignIn } from '../access/sign-in-store';
import { database } from './database';
import { tendStreams } from './tend-streams';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  setNodeEnvironment(fresh.url);
});
afterAll(async () => {
  await database().$disconnect();
  await fresh.drop();
});

let stop = () => {};
const followers: TestFollower[] = [];
beforeEach(() => {
  // Only the intervals are ours to move; the database keeps its own time.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  stop = tendStreams();
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  for (const follower of followers.splice(0)) follower.leave();
});

const signIn = (subject: string) =>
  recordSignIn({ issuer: 'https://issuer.test', subject, name: subject, role: 'responder', idToken: null });

async function following(subject: string) {
  const signInId = await signIn(subject);
  const follower = aFollower(['health'], signInId);
  followers.push(follower);
  const { id: personId } = await database().person.findFirstOrThrow({ where: { subject } });
  return { follower, signInId, personId };
}

describe('[A5] within 30 s', () => {
  it('the streams of people who may no longer follow are closed, and nobody else’s', async () => {
    const [ended, raised, disabled, ...others] = await Promise.all(
      ['ended', 'raised', 'disabled', 'stays', 'stays too'].map(following),
    );
    const sameBrowser = aFollower(['incidents'], ended?.signInId);
    followers.push(sameBrowser);
    if (!ended || !raised || !disabled) throw new Error('nobody follows');
    await endSignIn(ended.signInId);
    await database().person.update({ where: { id: raised.personId }, data: { sessionVersion: 2 } });
    await database().person.update({ where: { id: disabled.personId }, data: { disabledAt: new Date() } });

    vi.advanceTimersByTime(10_000);
    const gone = [ended.follower, sameBrowser, raised.follower, disabled.follower];
    await eventually(() => expect(gone.every((follower) => follower.isClosed())).toBe(true));
    for (const follower of gone) expect(follower.all('signed_out')).toHaveLength(1);
    for (const { follower } of others) {
      expect(follower.isClosed()).toBe(false);
      expect(follower.all('signed_out')).toEqual([]);
    }
  });

  it('[A11] the stream of somebody with another role now is closed, so that it comes back with what that role may hear', async () => {
    const lowered = await following('lowered');
    const stays = await following('keeps the role');
    await database().person.update({ where: { id: lowered.personId }, data: { role: 'viewer' } });
    vi.advanceTimersByTime(10_000);
    await eventually(() => expect(lowered.follower.isClosed()).toBe(true));
    expect(lowered.follower.all('signed_out')).toEqual([]);
    expect(stays.follower.isClosed()).toBe(false);
  });

  it('a new sign-in of the same person is another matter than the one that ended', async () => {
    const old = await following('twice');
    const next = await following('twice');
    await endSignIn(old.signInId);
    vi.advanceTimersByTime(10_000);
    await eventually(() => expect(old.follower.isClosed()).toBe(true));
    expect(next.follower.isClosed()).toBe(false);
  });

  it('[P7] nobody is closed because the database does not answer; the next look closes those it should', async () => {
    const stays = await following('unlucky');
    const leaves = await following('leaves');
    await endSignIn(leaves.signInId);
    const heal = await cutOff(fresh.url);
    vi.advanceTimersByTime(10_000);
    await expect(actorsOf([stays.signInId])).rejects.toThrow();
    expect([stays, leaves].map(({ follower }) => follower.isClosed())).toEqual([false, false]);
    await heal();
    vi.advanceTimersByTime(10_000);
    await eventually(() => expect(leaves.follower.isClosed()).toBe(true));
    expect(stays.follower.isClosed()).toBe(false);
  });
});

describe('[lesson 7] a heartbeat', () => {
  it('reaches every follower every few seconds with the server’s time, and ends with the node', async () => {
    const { follower } = await following('listens');
    vi.advanceTimersByTime(15_000);
    const pings = follower.all<{ at: string }>('ping');
    expect(pings.length).toBeGreaterThanOrEqual(3);
    expect(Date.parse(pings[0]?.at ?? '')).not.toBeNaN();
    stop();
    vi.advanceTimersByTime(60_000);
    expect(follower.all('ping')).toHaveLength(pings.length);
  });
});
