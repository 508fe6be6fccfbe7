import type { Fact } from '../kernel/event';

export type ReviewEvent =
  | Fact<'review.postmortem_owed', { dueAt: string; path: string; severity: string }>
  | Fact<'review.postmortem_saved', { text: string }>
  | Fact<'review.postmortem_finished', { seq: number | null }>;
