import { type EventWords, saidMinute, say } from '../kernel/event-words';
import type { ReviewEvent } from './events';

/** Every fact about what is owed afterwards; exhaustive. */
export function describeReview(event: ReviewEvent): EventWords {
  switch (event.type) {
    case 'review.postmortem_owed':
      return say('owes a postmortem', ` by ${saidMinute(event.data.dueAt)}, filed as ${event.data.path}`);
    case 'review.postmortem_saved':
      return say('saved the postmortem');
    case 'review.postmortem_finished':
      return say('finished the postmortem', '', { tone: 'good' });
  }
}
