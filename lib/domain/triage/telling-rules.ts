import { isOpenStatus } from '../incident/is-open-status';
import { saidMinute } from '../kernel/event-words';
import type { NowFacts, NowLine } from './now-line';

type Rule = (facts: NowFacts) => Omit<NowLine, 'rule'> | null;

/** What people are owed, as comms has it: triage does not know how it is counted. Times are ISO UTC. */
export interface TellingFacts {
  /** The texts that somebody has to post by hand. */
  toPost: { names: readonly string[]; dueAt: string | null; isUrgent: boolean } | null;
  /** What was said last in public and what holds, while mitigated or over was not told; `said` is null before any word. */
  untold: { said: string | null; holds: string } | null;
  /** True once the newest update has reached nobody. */
  isStuck: boolean;
  /** Who was reminded of the overdue update, in order; ISO UTC. */
  reminders: readonly { id: string | null; name: string; at: string; isReached: boolean }[];
  /** Who sends updates when the person who looks may not; null when they may. */
  asks: string | null;
}

/** The update that is owed, by its name. */
function owedUpdate({ telling, updateDue }: NowFacts): string {
  if (telling?.untold?.holds === 'resolved') return 'the RESOLVED update';
  if (telling?.untold) return 'the Monitoring update';
  return updateDue?.isFirst ? 'the first update' : 'the next update';
}

/** Said to whoever may do it; the others are told whom to ask. */
function toSpeaker({ telling }: NowFacts, say: string): string {
  return telling?.asks ? `Ask ${telling.asks} to ${say.charAt(0).toLowerCase()}${say.slice(1)}` : say;
}

/** How many minutes late, said so that it grows by itself. */
function lateness(dueAt: string, nowMs: number): string {
  const minutes = Math.floor((nowMs - Date.parse(dueAt)) / 60_000);
  return minutes < 1 ? 'It is due now' : `It is ${minutes} min overdue`;
}

/** Rule M18: who has heard of it, and whose it is by now. */
function reminded({ telling, actor }: NowFacts): string {
  const reminders = telling?.reminders ?? [];
  const last = reminders.at(-1);
  if (!last) return '';
  const said = reminders.map(({ name, at, isReached }) =>
    isReached ? `${name} was reminded at ${saidClock(at)}` : `tell ${name}, whom neither mail nor Slack reached`,
  );
  return ` ${said.join(', ')}${last.id === actor.id ? '; now it is yours' : ''}.`;
}

function saidClock(iso: string): string {
  return `${iso.slice(11, 16)} UTC`;
}

const updateDue: Rule = (facts) => {
  const { updateDue: due, incident, actor, telling, nowMs } = facts;
  // What only waits for posting is rule N20's; a newer update that is due takes the place of such texts.
  if (due === null || (telling?.isStuck && telling.toPost?.isUrgent)) return null;
  const { commsLead } = incident.roles;
  const what = owedUpdate(facts);
  const why = due.isOverdue
    ? `${lateness(due.dueAt, nowMs)}: it was promised for ${saidMinute(due.dueAt)}.${reminded(facts)}`
    : `It is promised for ${saidMinute(due.dueAt)}.`;
  if (telling?.isStuck && !telling.toPost) {
    const say = toSpeaker(facts, 'Get the last update through: no place has taken it.');
    return { say, why, act: { kind: 'write_update' } };
  }
  const isOthers = commsLead !== undefined && commsLead.id !== actor.id;
  const say = isOthers ? `${commsLead.name} sends ${what}.` : toSpeaker(facts, `Send ${what}.`);
  return { say, why, act: { kind: 'write_update' } };
};

const toPost: Rule = (facts) => {
  const { telling, incident } = facts;
  if (!telling?.toPost || incident.status === 'closed') return null;
  const { names, dueAt, isUrgent } = telling.toPost;
  const isOver = incident.status === 'mitigated' || !isOpenStatus(incident.status);
  if (!isUrgent && !isOver) return null;
  const say = toSpeaker(facts, `Post ${names.length === 1 ? '1 text' : `${names.length} texts`}: ${names.join(', ')}.`);
  const due = dueAt === null ? '' : ` Due ${saidMinute(dueAt)}.`;
  return { say, why: `Nothing is connected there, so nobody has read it yet.${due}`, act: { kind: 'post_texts' } };
};

const untold: Rule = (facts) => {
  const gap = facts.telling?.untold;
  if (!gap || facts.incident.status === 'closed') return null;
  const inPublic =
    gap.said === null ? 'Nobody has been told anything in public yet' : `In public it still reads ${gap.said}`;
  const order = gap.holds === 'resolved' ? ' The postmortem comes after it.' : '';
  return {
    say: toSpeaker(facts, `Send ${owedUpdate(facts)}.`),
    why: `${inPublic}.${order}`,
    act: { kind: 'write_update' },
  };
};

/** Rules N19 to N21, between N8 and N9: what is promised soon or overdue, then what waits for posting, then what was not told. */
export const tellingRules: Record<string, Rule> = { N19: updateDue, N20: toPost, N21: untold };
