import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '@/lib/testing/fresh-database';
import { setNodeEnvironment } from '@/lib/testing/node-environment';
import { database } from '../kernel/database';
import { actorsOf, endSignIn, type ProvenIdentity, recordSignIn } from './sign-in-store';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  setNodeEnvironment(fresh.url);
});
afterAll(async () => {
  await database().$disconnect();
  await fresh.drop();
});

const signIn = (over: Partial<ProvenIdentity> = {}) =>
  recordSignIn({
    issuer: 'https://issuer.test',
    subject: uuidv7(),
    name: 'Camille',
    role: 'responder',
    idToken: null,
    ...over,
  });
const actorOf = async (signInId: string) => (await actorsOf([signInId])).get(signInId) ?? null;
const change = async (signInId: string, data: { sessionVersion?: number; disabledAt?: Date | null; role?: string }) => {
  const { personId } = await database().signIn.findUniqueOrThrow({ where: { id: signInId } });
  await database().person.update({ where: { id: personId }, data });
};

describe('[A15] a person', () => {
  it('is the same one with every sign-in of the same subject at the same issuer', async () => {
    const [first, second] = [await signIn({ subject: 'one' }), await signIn({ subject: 'one' })];
    expect(first).not.toBe(second);
    expect(await actorOf(first)).toEqual(await actorOf(second));
  });

  it('is another one with the same subject at another issuer, or another subject of the same name', async () => {
    const ids = await Promise.all([
      signIn({ subject: 'two' }),
      signIn({ subject: 'two', issuer: 'https://other.test' }),
      signIn({ subject: 'two ' }),
      signIn({ subject: 'TWO' }),
    ]);
    const actors = await actorsOf(ids);
    expect(new Set([...actors.values()].map(({ id }) => id)).size).toBe(4);
  });

  it('is one, though ten browsers sign in for the first time at once', async () => {
    const ids = await Promise.all(Array.from({ length: 10 }, () => signIn({ subject: 'three' })));
    const actors = await actorsOf(ids);
    expect(actors.size).toBe(10);
    expect(new Set([...actors.values()].map(({ id }) => id)).size).toBe(1);
  });
});

describe('[A3] [A4] who asks', () => {
  it('has the role and the name of the last sign-in, in every browser at once', async () => {
    const first = await signIn({ subject: 'four', role: 'lead', name: 'Old' });
    expect(await actorOf(first)).toMatchObject({ kind: 'person', role: 'lead', name: 'Old' });
    await signIn({ subject: 'four', role: 'viewer', name: 'New' });
    expect(await actorOf(first)).toMatchObject({ role: 'viewer', name: 'New' });
  });

  it('has the role that the database says now', async () => {
    const id = await signIn({ role: 'commander' });
    await change(id, { role: 'viewer' });
    expect(await actorOf(id)).toMatchObject({ role: 'viewer' });
  });

  it('is nobody once the session version was raised, until the next sign-in', async () => {
    const id = await signIn({ subject: 'five' });
    await change(id, { sessionVersion: 2 });
    expect(await actorOf(id)).toBeNull();
    expect(await actorOf(await signIn({ subject: 'five' }))).toMatchObject({ name: 'Camille' });
    expect(await actorOf(id)).toBeNull();
  });

  it('is nobody while disabled, not even by signing in again', async () => {
    const id = await signIn({ subject: 'six' });
    await change(id, { disabledAt: new Date() });
    expect(await actorOf(id)).toBeNull();
    expect(await actorOf(await signIn({ subject: 'six' }))).toBeNull();
    await change(id, { disabledAt: null });
    expect(await actorOf(id)).not.toBeNull();
  });

  it('is nobody after the sign-in ended; other sign-ins of the person go on', async () => {
    const [ended, other] = [await signIn({ subject: 'seven' }), await signIn({ subject: 'seven' })];
    await endSignIn(ended);
    const actors = await actorsOf([ended, other, uuidv7()]);
    expect([...actors.keys()]).toEqual([other]);
  });

  it('is nobody with an id that was never given out, and asking for nobody finds nobody', async () => {
    expect(await actorOf(uuidv7())).toBeNull();
    expect((await actorsOf([])).size).toBe(0);
  });
});

describe('ending a sign-in', () => {
  it('gives the id token out once, and keeps it no longer', async () => {
    const id = await signIn({ idToken: 'header.claims.signature' });
    const answers = await Promise.all([endSignIn(id), endSignIn(id), endSignIn(id)]);
    expect(answers.filter((token) => token !== null)).toEqual(['header.claims.signature']);
    const row = await database().signIn.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ idToken: null, endedAt: expect.any(Date) });
  });

  it('has nothing to give for one without a token, or one that never was', async () => {
    expect(await endSignIn(await signIn())).toBeNull();
    expect(await endSignIn(uuidv7())).toBeNull();
  });

  it('keeps the moment it first ended', async () => {
    const id = await signIn();
    await endSignIn(id);
    const { endedAt } = await database().signIn.findUniqueOrThrow({ where: { id } });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await endSignIn(id);
    expect(await database().signIn.findUniqueOrThrow({ where: { id } })).toMatchObject({ endedAt });
  });
});
