import 'server-only';
import type { DraftSource } from '@/lib/domain/review/draft/draft-source';
import { draftPostmortem } from '@/lib/domain/review/draft-postmortem';

/** The postmortem as it stands at the last of these events: the saved text, or else the draft. */
export function postmortemText(source: DraftSource): string {
  const seq = source.state.review.postmortem?.savedSeq ?? null;
  const saved = seq === null ? undefined : source.events.find((event) => event.seq === seq);
  return saved?.type === 'review.postmortem_saved' ? saved.data.text : draftPostmortem(source);
}
