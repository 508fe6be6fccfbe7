import type { Recorded } from '../kernel/event';
import type { ReviewEvent } from './events';
import type { ReviewState } from './review';

/** Folds one event into what is owed. */
export function evolveReview(state: ReviewState | null, event: Recorded<ReviewEvent>): ReviewState {
  const known = state?.postmortem ?? null;
  switch (event.type) {
    case 'review.postmortem_owed': {
      const { dueAt, path } = event.data;
      const saved = { savedSeq: known?.savedSeq ?? null, savedBy: known?.savedBy ?? null };
      return { postmortem: { dueAt, path, ...saved, finishedAt: null } };
    }
    case 'review.postmortem_saved':
      return { postmortem: known && { ...known, savedSeq: event.seq, savedBy: event.actor, finishedAt: null } };
    case 'review.postmortem_finished':
      return { postmortem: known && { ...known, finishedAt: event.occurredAt } };
  }
}
