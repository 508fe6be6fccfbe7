import { type EventWords, saidMinute, say } from '../kernel/event-words';
import type { IncidentEvent } from './events';
import { type MilestoneName, milestoneWords } from './milestones';

type MilestoneSet = Extract<IncidentEvent, { type: 'incident.milestone_set' }>;

/** As the person who set it would write it. */
const leads: Record<MilestoneName, [lead: string, rest: string]> = {
  impactStarted: ['noted the impact', ' from'],
  detected: ['noted', ' that it was detected at'],
  acknowledged: ['acknowledged the alert', ' at'],
  declared: ['noted', ' that it was declared at'],
  mitigated: ['noted', ' that it was mitigated at'],
  resolved: ['noted', ' that it was resolved at'],
  closed: ['noted', ' that it was closed at'],
};

/** A milestone in plain words; its date only where it is another one than the entry's. */
export function describeMilestone({ data, occurredAt = '' }: MilestoneSet & { occurredAt?: string }): EventWords {
  const { milestone, at, from, reason } = data;
  const time = (iso: string) =>
    iso.slice(0, 10) === occurredAt.slice(0, 10) ? saidMinute(iso).slice(11) : saidMinute(iso);
  if (from !== null)
    return say('corrected', ` ${milestoneWords[milestone]} to ${time(at)}, was ${time(from)}`, { detail: reason });
  const [lead, rest] = leads[milestone];
  return say(lead, `${rest} ${time(at)}`);
}
