import { sayEvent } from '../../describe-event';
import { saidMinute } from '../../kernel/event-words';
import { type Brevity, type DraftSource, ofType } from './draft-source';
import { lasted, list } from './list-section';
import { inline } from './markdown-text';

/** What users felt, from the changes of mapped services, and for how long. */
export function userImpactSection({ state, events }: DraftSource, brevity: Brevity): string {
  const changes = ofType(events, 'timeline.service_changed');
  const entries = changes.map((event, index) => {
    const { serviceId, to } = event.data;
    const said = `- ${saidMinute(event.occurredAt)} ${inline(sayEvent(event))}`;
    if (to === 'ok') return said;
    const next = changes.slice(index + 1).find(({ data }) => data.serviceId === serviceId);
    if (!next) return `${said} (no end recorded)`;
    return `${said} (for ${lasted(Date.parse(next.occurredAt) - Date.parse(event.occurredAt))})`;
  });
  const started = state.incident.milestones.impactStarted;
  const since = started ? `Users felt it from ${saidMinute(started)}.\n\n` : '';
  return since + list(entries, brevity, 'The record has no change of a service. Write what users felt.');
}
