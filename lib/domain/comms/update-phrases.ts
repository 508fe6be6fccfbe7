import type { CommsPhase, Language } from '../catalogue/comms-guide';
import type { ComponentStatus } from '../health/health';
import { english } from './phrases-english';
import { french } from './phrases-french';

/** What the console itself says in an update, in one language. What belongs to the platform stands in the catalogue. */
export interface UpdatePhrases {
  /** `a, b and c`. */
  and(words: readonly string[]): string;
  andMore(count: number): string;
  /** A moment (ISO UTC) with date and zone, as it reads after "since" or "by". */
  time(iso: string): string;
  phase: Record<CommsPhase, string>;
  /** Rule M19: how a function is said to be, on the follow page too. */
  statuses: Record<ComponentStatus, string>;
  headline: {
    total(platform: string): string;
    down(functions: string): string;
    degraded(functions: string): string;
    /** While nothing is seen to fail, or nothing is seen. */
    possible(platform: string): string;
    unfelt: string;
  };
  /** Whole sentences. */
  total: string;
  blind: string;
  unseen: string;
  wellAgain: string;
  allWorks: string;
  /** While only rows of other incidents are in trouble. */
  ownUnseen: string;
  ownWellAgain: string;
  works(functions: string, count: number): string;
  unknown(functions: string): string;
  moreTroubles(count: number): string;
  doing: Record<CommsPhase, string | null>;
  since(when: string): string;
  /** The same once it is over, or seems to be. */
  began(when: string): string;
  nextUpdate(when: string): string;
  row(name: string, status: 'degraded' | 'down' | 'unknown', since: string | null): string;
  moreRows(count: number): string;
  needs: { commander: string; cause: string; commsLead: string };
  /** In the place of a cause and of what ended it, while nobody wrote them down. */
  notWritten: string;
}

/** The phrases of a language. */
export function phrasesOf(language: Language): UpdatePhrases {
  return { en: english, fr: french }[language];
}
