import type { Actor } from '../access/actor';
import type { CatalogueContent } from '../catalogue/catalogue-content';
import type { IncidentStatus } from '../incident/incident';
import type { ResponseClock } from '../incident/response-clock';
import type { RowHolder } from '../incident/row-holding';
import { saidSecond } from '../kernel/event-words';
import { forRole } from './now-role';
import { nowRules } from './now-rules';
import type { LiveService, RankedClass } from './rank-classes';
import type { TriageRecord } from './record';
import type { StepDoing } from './step-doing';
import type { TellingFacts } from './telling-rules';

/** What the next best action asks a page to offer. */
export type NowAct =
  | { kind: 'open_incident'; number: string }
  | { kind: 'take_command' }
  | { kind: 'accept_command' }
  | { kind: 'tick'; checklistId: string; itemId: string; links: { label: string; url: string }[] }
  | { kind: 'answer'; checklistId: string; itemId: string; answers: string[] }
  /** A step that is done by something else than a tick. */
  | { kind: 'perform'; doing: StepDoing }
  | { kind: 'capture'; recipes: string[] }
  | { kind: 'set_class'; failureClass: string; symptom: string; because: string }
  | { kind: 'call_backup'; severity: string }
  | { kind: 'raise_severity'; to: string; because: string }
  | { kind: 'move'; to: IncidentStatus }
  | { kind: 'postmortem' }
  | { kind: 'write_update' }
  | { kind: 'post_texts' }
  /** A note that asks somebody by name. */
  | { kind: 'ask'; name: string; text: string };

/** The next best action, why, and by which rule (N1 …). */
export interface NowLine {
  rule: string;
  say: string;
  why: string;
  act?: NowAct;
}

/** Everything the next best action depends on, at one moment. */
export interface NowFacts extends TriageRecord {
  actor: Pick<Actor, 'id' | 'role'>;
  nowMs: number;
  /** Since when the page that asks hears nothing from the console, ISO UTC; null while it does. */
  silentSince: string | null;
  escalation: CatalogueContent['escalation'];
  /** What can be saved, by id, with the words for it. */
  recipes: { id: string; title: string; ifAnswers?: string | undefined }[];
  clock: ResponseClock | null;
  /** All services of the live matrix; empty while nothing is known. */
  live: LiveService[];
  /** The open incidents that hold rows (rule I22). */
  holders?: readonly RowHolder[];
  /** What severity the live matrix proposes for this incident. */
  proposal: { severity: string; because: string } | null;
  /** The failure classes, ranked. */
  classes: RankedClass[];
  /** By when people are promised the next update, once that is soon or past; null while there is time. */
  updateDue: { dueAt: string; isOverdue: boolean; isFirst: boolean } | null;
  /** What people are owed beside that. */
  telling?: TellingFacts;
  /** By when the postmortem is held; null when none is owed any more. */
  postmortemDueAt: string | null;
}

/** What is to do now. Rule N0: a page that hears nothing says that first, and the rest as history. */
export function nowLine(facts: NowFacts): NowLine {
  const line = firstThatApplies(facts);
  if (facts.silentSince === null) return line;
  const since = saidSecond(facts.silentSince, facts.silentSince);
  return {
    rule: 'N0',
    say: `This page has heard nothing since ${since}.`,
    why: `What you do here is kept and sent once it does. As of ${since}, NOW said: ${line.say}`,
  };
}

/** There is always one; rule N24: as far as this person may. */
function firstThatApplies(facts: NowFacts): NowLine {
  for (const [rule, decide] of Object.entries(nowRules)) {
    const line = decide(facts);
    if (line) return forRole(facts, { rule, ...line });
  }
  return { rule: 'N18', say: 'Nothing is left to do here.', why: 'The incident is closed.' };
}
