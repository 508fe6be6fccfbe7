import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { currentSignIn } from '../../access/current-actor';
import { type Problem, problemResponse, problems } from '../../kernel/problem';
import { route } from '../../kernel/route';
import { EvidenceElsewhere, EvidenceGone } from '../open-original';
import { type OpenedEvidence, openEvidence } from './open-evidence';

const gone: Problem = {
  status: 410,
  code: 'evidence_gone',
  title: 'The bytes of this file are lost or damaged',
  detail: 'What was saved, by whom and with which SHA-256 is still in the record.',
};

const elsewhere: Problem = {
  status: 503,
  code: 'evidence_elsewhere',
  title: 'The file is still on its way to the store',
  detail: 'Another node has it. Try again in a moment.',
  retryAfterSeconds: 5,
};

type Serve = (request: Request, opened: OpenedEvidence, actor: Actor, traceId: string) => Promise<Response>;

/** A route that shows something of one file: who may not read it is told that there is none (rule E8). */
export function evidenceRoute(name: string, serve: Serve) {
  return route<{ id: string }>(name, async (request, { params, traceId }) => {
    const signedIn = await currentSignIn();
    if (!signedIn) return problemResponse(problems.notSignedIn, traceId);
    const opened = await openEvidence(signedIn.actor, params.id);
    if (!opened) return problemResponse(problems.notFound, traceId);
    try {
      return await serve(request, opened, signedIn.actor, traceId);
    } catch (error) {
      if (error instanceof EvidenceGone) return problemResponse(gone, traceId);
      if (error instanceof EvidenceElsewhere) return problemResponse(elsewhere, traceId);
      throw error;
    }
  });
}
