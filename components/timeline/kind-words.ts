import type { NoteKind } from '@/lib/domain/timeline/events';

/** Each kind of entry, and what it is for. */
export const kindWords: Record<NoteKind, { name: string; hint: string }> = {
  note: { name: 'Note', hint: 'What you see or do' },
  decision: { name: 'Decision', hint: 'What is done, or not, and why' },
  finding: { name: 'Finding', hint: 'What is known now' },
  hypothesis: { name: 'Hypothesis', hint: 'What may be the cause' },
  action: { name: 'Action', hint: 'What is left to do; goes into the postmortem' },
};
