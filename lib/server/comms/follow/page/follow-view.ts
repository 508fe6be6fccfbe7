import 'server-only';
import type { Language } from '@/lib/domain/catalogue/comms-guide';
import type { Publication } from '../publications';

/** All that a follow page is made of. Beside what was sent it holds only names that the catalogue has for the public. */
export interface FollowView {
  number: string;
  /** The platform's name. */
  platform: string;
  /** Newest first. */
  updates: readonly Publication[];
  at: Date;
  /** By when the first update is due; null where that is nobody's business. */
  firstDueAt: string | null;
  functionName(id: string, language: Language): string;
  /** What the reader can do; null on a copy, which nobody answers for. */
  live: { path: string; hasFeed: boolean; hasMail: boolean; consolePath: string | null } | null;
  /** Where this page is read, a whole address: for paper. */
  address: string;
  /** Since when users feel it, ISO UTC, and until when; null until something was said. */
  lasting: { since: string; until: string | null } | null;
  /** Rule M17: it is over, and the closing update is still to come. */
  isOverUntold: boolean;
  /** A copy says when it was written, and where the live page is; a page served without the record, when it was read. */
  notice: { kind: 'copy' } | { kind: 'read'; at: string } | null;
  /** Every update, however many. */
  isWhole: boolean;
}

/** The language of the page: that of the newest update. */
export function languageOf({ updates }: Pick<FollowView, 'updates'>): Language {
  return updates[0]?.language ?? 'en';
}
