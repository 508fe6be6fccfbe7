/** Every expected refusal, with the facts its words need. `throw` is for bugs. */
export type Rejection =
  | { code: 'not_allowed'; action: string; needs: string }
  | { code: 'incident_not_found' }
  | { code: 'incident_closed'; number: string }
  | { code: 'unknown_severity'; asked: string; known: readonly string[] }
  | { code: 'severity_not_higher'; current: string; asked: string }
  | { code: 'severity_not_lower'; current: string; asked: string }
  | { code: 'severity_changed'; expected: string; current: string }
  | { code: 'unknown_service'; asked: string }
  | { code: 'unknown_checklist_item'; checklistId: string; itemId: string }
  | { code: 'time_in_future'; occurredAt: string; now: string };

export type RejectionCode = Rejection['code'];
