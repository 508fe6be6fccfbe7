'use client';

import { useMemo } from 'react';
import { useDraft } from '@/lib/client/outbox/use-draft';
import type { CommsPhase, Language } from '@/lib/domain/catalogue/comms-guide';

export interface ChannelText {
  subject: string | null;
  body: string;
}

/** What a person chose and typed for the next update; what is absent is as the console proposes it. */
export interface ComposerDraft {
  phase?: CommsPhase;
  language?: Language;
  doing?: string;
  headline?: string;
  /** The promise somebody chose, in minutes from now: it follows the clock. */
  nextInMinutes?: number;
  /** The promise (ISO UTC) that stands since a text was edited; it counts while one is. */
  nextUpdateAt?: string;
  /** By channel, once edited. */
  texts?: Record<string, ChannelText>;
  /** Channels that this update leaves out. */
  without?: string[];
  /** Why it is said against the record. */
  reason?: string;
  /** The id it was sent under; it stays until the update has left, since it may be refused or taken back. */
  updateId?: string;
}

/** Kept in this browser with every keystroke (promise P2). */
export function useComposerDraft(number: string) {
  const [kept, setKept, clear] = useDraft(`comms/${number}`);
  const draft = useMemo(() => readDraft(kept), [kept]);
  return { draft, clear, change: (part: Partial<ComposerDraft>) => setKept(JSON.stringify({ ...draft, ...part })) };
}

/** True once a person changed a channel's text. */
export function hasEdits({ texts }: ComposerDraft): boolean {
  return Object.keys(texts ?? {}).length > 0;
}

function readDraft(kept: string): ComposerDraft {
  try {
    return kept === '' ? {} : (JSON.parse(kept) as ComposerDraft);
  } catch {
    return {};
  }
}
