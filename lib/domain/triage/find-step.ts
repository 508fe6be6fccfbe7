import type { ChecklistItem } from '../catalogue/catalogue';
import type { Rejection } from '../kernel/rejection';
import type { StepRef } from './events';
import type { TriageState } from './triage';

type Found = { ok: true; item: ChecklistItem; step: StepRef } | { ok: false; rejection: Rejection };

/** Rule T3: a step of one of the incident's own checklists. */
export function findStep({ checklists }: TriageState, checklistId: string, itemId: string): Found {
  const list = checklists.find(({ id }) => id === checklistId);
  const item = list?.items.find(({ id }) => id === itemId);
  if (!item) return { ok: false, rejection: { code: 'unknown_checklist_item', checklistId, itemId } };
  return { ok: true, item, step: { checklistId, itemId, title: item.title } };
}
