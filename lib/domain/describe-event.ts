import { describeComms } from './comms/describe-comms';
import type { CommsEvent } from './comms/events';
import type { RecordedEvent } from './contents';
import { describeEvidence } from './evidence/describe-evidence';
import type { EvidenceEvent } from './evidence/events';
import { describeIncident } from './incident/describe-incident';
import type { IncidentEvent } from './incident/events';
import { type EventWords, say } from './kernel/event-words';
import { isKnownFact } from './public-side';
import { describeReview } from './review/describe-review';
import type { ReviewEvent } from './review/events';
import { describeTimeline } from './timeline/describe-timeline';
import type { TimelineEvent, Withheld } from './timeline/events';
import { describeTriage } from './triage/describe-triage';
import type { TriageEvent } from './triage/events';

type Fact = IncidentEvent | TriageEvent | EvidenceEvent | CommsEvent | TimelineEvent | Withheld | ReviewEvent;

/** Any fact in plain words, said about its actor. Every word has an exhaustive switch of its own. */
export function describeEvent(event: Fact): EventWords {
  if (!isKnownFact(event)) return say('A fact recorded by a newer release', ` (${event.type})`);
  if (isOf<TriageEvent>(event, 'triage.')) return describeTriage(event);
  if (isOf<EvidenceEvent>(event, 'evidence.')) return describeEvidence(event);
  if (isOf<CommsEvent>(event, 'comms.')) return describeComms(event);
  if (isOf<TimelineEvent | Withheld>(event, 'timeline.')) return describeTimeline(event);
  if (isOf<ReviewEvent>(event, 'review.')) return describeReview(event);
  return describeIncident(event);
}

function isOf<E extends Fact>(
  event: Fact,
  prefix: 'triage.' | 'evidence.' | 'comms.' | 'timeline.' | 'review.',
): event is E {
  return event.type.startsWith(prefix);
}

/** The same as one sentence with its actor: what somebody reads who takes over. The console's own facts name no actor. */
export function sayEvent(event: RecordedEvent): string {
  const { lead, rest, detail } = describeEvent(event);
  const who = event.actor.kind === 'system' || !isKnownFact(event) ? '' : event.actor.name;
  const said = [who, `${lead}${rest}`.trim()].filter(Boolean).join(event.type === 'timeline.note_added' ? ': ' : ' ');
  // What the matrix said at the declaration is more than a sentence.
  return detail && event.type !== 'incident.declared' ? `${said}: ${detail.replace(/\s+/g, ' ').trim()}` : said;
}
