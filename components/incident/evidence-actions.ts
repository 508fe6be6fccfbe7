import type { Actor } from '@/lib/domain/access/actor';
import type { IncidentState } from '@/lib/domain/incident/incident';
import type { RecordAction } from './record-action';

/** What locks at least one open step: recipes, in the catalogue's words. */
export type LockedBy = readonly { id: string; title: string }[];

/** The action's id for going on without these recipes, in whatever order a step names them. */
export function waiveId(recipes: readonly string[]): string {
  return `waive-${recipes.toSorted().join('+')}`;
}

/**
 * Going on without evidence, for all that locks a step with one reason, or for each with its own; only for the one who
 * commands (rule E3).
 */
export function evidenceActions(incident: IncidentState, actor: Actor, locked: readonly LockedBy[]): RecordAction[] {
  if (incident.commander?.id !== actor.id || incident.status === 'closed') return [];
  return partsOf(locked).map((recipes) => {
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

/** Each set and each part of it, once: a step may need two things of which one was saved meanwhile. */
function partsOf(locked: readonly LockedBy[]): LockedBy[] {
  const parts = locked.flatMap((set) =>
    Array.from({ length: 2 ** set.length - 1 }, (_, bits) => set.filter((__, place) => (bits + 1) & (1 << place))),
  );
  const byId = new Map(parts.map((part) => [waiveId(part.map(({ id }) => id)), part]));
  return [...byId.values()].toSorted((a, b) => b.length - a.length);
}
