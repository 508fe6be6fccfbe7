import type { Fact } from '../kernel/event';

export type TriageEvent =
  | Fact<'triage.item_ticked', { checklistId: string; itemId: string; title: string }>
  | Fact<'triage.item_unticked', { checklistId: string; itemId: string; title: string }>;
