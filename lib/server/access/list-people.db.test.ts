import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '@/lib/testing/fresh-database';
import { setNodeEnvironment } from '@/lib/testing/node-environment';
import { database } from '../kernel/database';
import { listPeople } from './list-people';
import { recordSignIn } from './sign-in-store';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
  setNodeEnvironment(fresh.url);
});
afterAll(async () => {
  await database().$disconnect();
  await fresh.drop();
});

it('[A4] lists those who signed in, by name, without those who are disabled', async () => {
  const signIn = (name: string, role: 'viewer' | 'responder') =>
    recordSignIn({ issuer: 'https://issuer.test', subject: name, name, role, idToken: null });
  await signIn('Rafael', 'responder');
  await signIn('Camille', 'viewer');
  await signIn('Gone', 'responder');
  await database().person.updateMany({ where: { name: 'Gone' }, data: { disabledAt: new Date() } });
  expect((await listPeople()).map(({ name, role }) => [name, role])).toEqual([
    ['Camille', 'viewer'],
    ['Rafael', 'responder'],
  ]);
});
