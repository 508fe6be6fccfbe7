import type { AccessRole } from '@/lib/domain/access/role';
import { isAllowed, whoMay } from '@/lib/domain/access/who-may';
import type { Severity } from '@/lib/domain/catalogue/catalogue';
import type { IncidentState } from '@/lib/domain/incident/incident';

/** One step up or down that may be offered. */
export interface SeverityChange {
  type: 'incident.raise_severity' | 'incident.lower_severity';
  verb: 'Raise' | 'Lower';
  from: string;
  to: string;
  definition?: string | undefined;
}

/** What this role may change the severity to, and a line about what it may not. */
export function severityChanges(incident: IncidentState, role: AccessRole, severities: Severity[]) {
  if (incident.status === 'closed') return { offered: [], needs: undefined };
  const current = incident.ladder.indexOf(incident.severity);
  const all = incident.ladder.flatMap((to, rank): SeverityChange[] => {
    if (rank === current) return [];
    const definition = severities.find((severity) => severity.id === to)?.definition;
    const step = { from: incident.severity, to, definition };
    return rank < current
      ? [{ type: 'incident.raise_severity', verb: 'Raise', ...step }]
      : [{ type: 'incident.lower_severity', verb: 'Lower', ...step }];
  });
  const offered = all.filter((change) => isAllowed(role, change.type));
  const refused = all.find((change) => !isAllowed(role, change.type));
  return { offered, needs: refused && `${refused.verb}ing it needs the ${whoMay[refused.type]} role.` };
}
