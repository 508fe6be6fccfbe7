import type { Actor } from '@/lib/domain/access/actor';
import type { IncidentState } from '@/lib/domain/incident/incident';
import type { RecordAction } from './record-action';

/** What locks at least one open step: recipes, in the catalogue's words. */
export type LockedBy = readonly { id: string; title: string }[];

/** The action's id for going on without these recipes. */
export function waiveId(recipes: readonly string[]): string {
  return `waive-${recipes.join('+')}`;
}

/** Going on without evidence, once for each set that locks a step; only for the one who commands (rule E3). */
export function evidenceActions(incident: IncidentState, actor: Actor, locked: readonly LockedBy[]): RecordAction[] {
  if (incident.commander?.id !== actor.id || incident.status === 'closed') return [];
  return locked.map((recipes) => {
    const ids = recipes.map(({ id }) => id);
    const titles = recipes.map(({ title }) => title).join('; ');
    return {
      ...{ id: waiveId(ids), label: `Go on without: ${titles}…`, group: 'evidence', command: 'evidence.waive' },
      ask: {
        title: 'Go on without evidence',
        description: `${titles}. What is not saved now is gone after the restart. Your name and reason stay in the header, the timeline and the postmortem for good.`,
        fields: [{ name: 'reason', label: 'Why it cannot be saved', kind: 'passage', minLength: 10, maxLength: 500 }],
        ...{ submit: 'Go on without', look: 'loud' },
      },
      toInput: ({ reason }) => ({ recipes: ids, reason }),
    };
  });
}
