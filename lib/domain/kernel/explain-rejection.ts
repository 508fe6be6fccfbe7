import type { Rejection } from './rejection';

/** A refusal in words for the person who asked: what happened, and what to do next. */
export function explainRejection(rejection: Rejection): string {
  switch (rejection.code) {
    case 'not_allowed':
      return `This needs the ${rejection.needs} role. Ask someone who has it, or a lead to change your group.`;
    case 'incident_not_found':
      return 'There is no such incident, or it is not visible to you.';
    case 'incident_closed':
      return `${rejection.number} is closed. Reopen it first.`;
    case 'unknown_severity':
      return `${rejection.asked} is not a severity here. Use one of ${rejection.known.join(', ')}.`;
    case 'severity_not_higher':
      return `${rejection.asked} is not more severe than ${rejection.current}. Lower it instead.`;
    case 'severity_not_lower':
      return `${rejection.asked} is not less severe than ${rejection.current}. Raise it instead.`;
    case 'severity_changed':
      return `Somebody changed the severity from ${rejection.expected} to ${rejection.current} meanwhile. Look again, then decide.`;
    case 'unknown_service':
      return `The catalogue has no service “${rejection.asked}”.`;
    case 'unknown_checklist_item':
      return 'This step is not on a checklist of the incident.';
    case 'time_in_future':
      return `The time given (${rejection.occurredAt}) is in the future. It is ${rejection.now} now.`;
  }
}
