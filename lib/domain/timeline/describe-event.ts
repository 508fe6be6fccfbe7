import type { IncidentEvent } from '../incident/events';
import type { Recorded } from '../kernel/event';
import type { TriageEvent } from '../triage/events';
import type { TimelineEvent } from './events';

/** One line of the timeline in plain words. `lead` is emphasised; `detail` is what people typed, shown as text. */
export interface EventWords {
  lead: string;
  rest: string;
  detail?: string;
  tone: 'plain' | 'loud' | 'decision';
}

/** Renders any event, said about "the actor"; an exhaustive switch, so a new event without words does not compile. */
export function describeEvent(event: Recorded<IncidentEvent | TriageEvent | TimelineEvent>): EventWords {
  switch (event.type) {
    case 'incident.declared':
      return { lead: `declared ${event.data.severity}`, rest: `: ${event.data.title}`, tone: 'loud' };
    case 'incident.severity_raised':
      return {
        lead: `raised severity to ${event.data.to}`,
        rest: ` from ${event.data.from}`,
        detail: event.data.reason,
        tone: 'loud',
      };
    case 'incident.severity_lowered':
      return {
        lead: `lowered severity to ${event.data.to}`,
        rest: ` from ${event.data.from}`,
        detail: event.data.reason,
        tone: 'decision',
      };
    case 'incident.command_taken':
      return { lead: 'took command', rest: event.data.from ? ` from ${event.data.from.name}` : '', tone: 'decision' };
    case 'triage.item_ticked':
      return { lead: 'ticked', rest: ` ${event.data.title}`, tone: 'plain' };
    case 'triage.item_unticked':
      return { lead: 'took back the tick on', rest: ` ${event.data.title}`, tone: 'plain' };
    case 'timeline.note_added':
      return { lead: '', rest: '', detail: event.data.text, tone: 'plain' };
  }
}
