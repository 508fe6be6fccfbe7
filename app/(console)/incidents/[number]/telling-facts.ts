import { phaseWords } from '@/components/comms/comms-words';
import type { Actor } from '@/lib/domain/access/actor';
import { isAllowed } from '@/lib/domain/access/who-may';
import { isSpeaker } from '@/lib/domain/comms/is-speaker';
import type { CommsRecord } from '@/lib/domain/comms/record';
import { untoldPhase } from '@/lib/domain/comms/untold-phase';
import { postClock, updateClock } from '@/lib/domain/comms/update-clock';
import type { TellingFacts } from '@/lib/domain/triage/telling-rules';

/** What the NOW line needs to know of what people were told (rules N19 to N21). */
export function tellingFacts(record: CommsRecord, actor: Actor, nowMs: number): TellingFacts {
  const { incident } = record;
  const post = postClock(record, nowMs);
  const clock = updateClock(record, nowMs);
  const gap = untoldPhase(record);
  const maySpeak = isAllowed(actor.role, 'comms.send_update') && isSpeaker(incident, actor);
  return {
    toPost: post && {
      names: post.texts.map(({ name }) => name),
      dueAt: post.dueAt,
      isUrgent: post.state !== 'running',
    },
    untold: gap && { said: gap.said && phaseWords[gap.said], holds: gap.holds },
    isStuck: clock?.isWaiting ?? false,
    reminders: remindersOf(record, clock?.dueAt ?? null),
    asks: maySpeak ? null : ((incident.roles.commsLead ?? incident.commander)?.name ?? 'whoever commands'),
  };
}

function remindersOf({ comms }: CommsRecord, dueAt: string | null): TellingFacts['reminders'] {
  return comms.reminders
    .filter((reminder) => reminder.dueAt === dueAt)
    .map(({ to, at, ways, failed }) => ({ ...to, at, isReached: failed.length < ways.length }));
}
