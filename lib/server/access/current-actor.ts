import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import type { Actor } from '@/lib/domain/access/actor';
import { signInIdFromCookie } from './session-cookie';
import { actorOf } from './sign-in-store';

/** Somebody who is signed in, and the sign-in that proves it. */
export interface SignedIn {
  actor: Actor;
  signInId: string;
}

/** Who asks, read anew from the database in every request (rule A4); null when nobody is signed in. */
export const currentSignIn = cache(async (): Promise<SignedIn | null> => {
  const signInId = await signInIdFromCookie();
  if (!signInId) return null;
  const actor = await actorOf(signInId);
  return actor ? { actor, signInId } : null;
});

/** For pages: who asks, or off to the sign-in page and back. */
export async function requireActor(): Promise<Actor> {
  const signedIn = await currentSignIn();
  if (signedIn) return signedIn.actor;
  const path = (await headers()).get('x-console-path') ?? '/';
  redirect(`/sign-in?next=${encodeURIComponent(path)}`);
}
