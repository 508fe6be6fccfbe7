import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { isAllowed } from '@/lib/domain/access/who-may';
import { sessionTokenIn, signInIdFromToken } from '../access/session-token';
import { actorOf } from '../access/sign-in-store';
import { canSee } from '../incident/get-record';
import { type Problem, problems } from '../kernel/problem';
import { isSameOrigin } from '../kernel/same-origin';
import { readCaptureToken } from './capture-token';

/** Who sends a file. */
export interface Sender {
  actor: Actor;
  /** The only incident that they may add to; null for somebody who is signed in. */
  onlyNumber: string | null;
}

export type SenderReading = { ok: true; sender: Sender } | { ok: false; problem: Problem };

const badToken: Problem = {
  ...{ status: 401, code: 'bad_token', title: 'This token is not good any more' },
  detail: 'Capture tokens live for 30 minutes. Copy the command from the incident again; your file is where it was.',
};

/** Who sends, by capture token or by session (rule A4: read anew). What is sent by cookie comes from our own pages (rule K10). */
export async function readSender(method: string | undefined, headers: Headers): Promise<SenderReading> {
  const authorization = headers.get('authorization');
  if (authorization !== null) {
    const holder = await readCaptureToken(/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '');
    if (!holder) return { ok: false, problem: badToken };
    return { ok: true, sender: { actor: holder.actor, onlyNumber: holder.number } };
  }
  const signInId = await signInIdFromToken(sessionTokenIn(headers.get('cookie') ?? undefined));
  const actor = signInId ? await actorOf(signInId) : undefined;
  if (!actor) return { ok: false, problem: problems.notSignedIn };
  // Browsers name no origin where they only ask how far it got.
  if (method !== 'HEAD' && !isSameOrigin({ headers })) return { ok: false, problem: problems.foreignOrigin };
  return { ok: true, sender: { actor, onlyNumber: null } };
}

/** Rule E8: why this sender may not add to this incident; null when they may. What they may not see is absent. */
export async function addingRefusal({ actor, onlyNumber }: Sender, number: string): Promise<Problem | null> {
  if (onlyNumber !== null && onlyNumber !== number) return problems.notFound;
  if (!(await canSee(actor, number))) return problems.notFound;
  return isAllowed(actor.role, 'evidence.add') ? null : problems.needsResponder;
}
