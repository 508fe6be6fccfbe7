import type { Fact } from '../kernel/event';

export type TimelineEvent = Fact<'timeline.note_added', { text: string }>;
