import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { problemResponse } from '../../kernel/problem';
import { noteView } from '../reading/note-view';
import type { OpenedEvidence } from '../reading/open-evidence';
import { CannotDraw } from './draw-anew';
import { previewOf } from './preview-of';

/** A picture drawn anew, to be shown inside the viewer and nowhere else. */
export async function servePreview(_: Request, { row }: OpenedEvidence, actor: Actor, traceId: string) {
  try {
    const picture = await previewOf(row);
    await noteView(actor, row);
    return new Response(new Uint8Array(picture), {
      headers: {
        'content-type': 'image/webp',
        'content-disposition': 'inline; filename="preview.webp"',
        'content-security-policy': "sandbox; default-src 'none'",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  } catch (error) {
    if (!(error instanceof CannotDraw)) throw error;
    const problem = { status: 422, code: 'no_preview', title: 'There is no preview', detail: error.message };
    return problemResponse(problem, traceId);
  }
}
