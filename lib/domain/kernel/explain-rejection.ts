import type { Rejection, RejectionCode } from './rejection';

type Words = { [Code in RejectionCode]: (facts: Extract<Rejection, { code: Code }>) => string };

const minuteOf = (iso: string) => `${iso.slice(0, 16).replace('T', ' ')} UTC`;

/** Every code has its words: what happened, and what to do next. */
const words: Words = {
  not_allowed: ({ needs }) => `This needs the ${needs} role. Ask someone who has it, or a lead to change your group.`,
  only_on_server: () => 'Only the server can decide this, and it has not been asked yet.',
  incident_not_found: () => 'There is no such incident, or it is not visible to you.',
  incident_closed: ({ number }) => `${number} is closed. Reopen it first.`,
  incident_merged: ({ number, into }) => `${number} was merged into ${into}. Go on there.`,
  other_incident_not_found: ({ asked }) => `There is no ${asked}, or it is not visible to you. Check the number.`,
  other_is_private: ({ asked }) =>
    `${asked} is private, and not everybody who reads this incident may know of it. Say it there, or make this one private to the same people.`,
  same_incident: () => 'That is this incident itself. Name another one.',
  rows_still_red: ({ rows }) =>
    `${rows.map(({ name, status }) => `${name} is ${status}`).join(', ')}. Say why you go on all the same.`,
  status_changed: ({ expected, current }) =>
    `Somebody moved it from ${expected} to ${current} meanwhile. Look again, then decide.`,
  status_not_ahead: ({ current, asked }) => `It is ${current} already. Go back to ${asked} with a reason instead.`,
  status_not_behind: ({ current, asked }) => `It is ${current} now; ${asked} lies ahead, not behind.`,
  not_resolved: ({ current }) => `It is ${current}. Resolve it with its cause and what ended it, then close it.`,
  unknown_severity: ({ asked, known }) => `${asked} is not a severity here. Use one of ${known.join(', ')}.`,
  severity_not_higher: ({ asked, current }) => `${asked} is not more severe than ${current}. Lower it instead.`,
  severity_not_lower: ({ asked, current }) => `${asked} is not less severe than ${current}. Raise it instead.`,
  severity_changed: ({ expected, current }) =>
    `Somebody changed the severity from ${expected} to ${current} meanwhile. Look again, then decide.`,
  severity_held_by_answer: ({ ask, by, floor }) =>
    `${by} answered “${ask}” with yes, so it stays at least ${floor}. Answer the question anew with no first, if that is true.`,
  unknown_question: ({ ask }) => `“${ask}” is not a question of this incident’s severity ladder.`,
  unknown_service: ({ asked }) => `The catalogue has no service “${asked}”.`,
  unknown_person: () => 'Nobody with that account has signed in here yet. Ask them to sign in once, then try again.',
  person_left: ({ name }) => `${name} can no longer sign in. Choose somebody else.`,
  person_may_not: ({ name, needs }) => `${name} does not have the ${needs} role. Choose somebody who has it.`,
  only_commander: ({ commander }) =>
    commander
      ? `Only ${commander}, who commands, can offer command. If they are away, take command.`
      : 'Nobody commands, so there is nothing to hand over. Take command.',
  no_offer: () => 'There is no offer of command to you any more. Look who commands now; you can take command.',
  unknown_failure_class: ({ asked }) => `The catalogue has no failure class “${asked}”.`,
  unknown_checklist: ({ asked }) => `The catalogue this incident was declared under has no checklist “${asked}”.`,
  unknown_checklist_item: () => 'This step is not on a checklist of the incident.',
  unknown_answer: ({ asked, known }) =>
    known.length > 0
      ? `“${asked}” is no answer here. Use one of ${known.join(', ')}.`
      : 'This step asks nothing. Tick it.',
  step_not_done: ({ title, once }) => `“${title}” is not done yet: it is ticked once ${once}. Skip it if it cannot be.`,
  question_open: ({ title, answers }) => `“${title}” is a question. Answer it: ${answers.join(', ')}.`,
  step_already_done: ({ title }) => `“${title}” is done. Take the tick back first.`,
  due_in_past: ({ dueAt, now }) => `${minuteOf(dueAt)} has passed; it is ${minuteOf(now)}. Choose a later time.`,
  too_many: ({ of, most }) =>
    `There are ${most} ${of} already, the most there can be. Remove one first, or use what is there.`,
  evidence_missing: ({ step, recipes }) =>
    `“${step}” is locked: it would destroy what shows the cause. Save ${recipes.join(' and ')} first, or let the commander waive it.`,
  only_commander_waives: ({ commander }) =>
    commander
      ? `Only ${commander}, who commands, can go on without evidence. Ask them, or save it.`
      : 'Nobody commands, so nobody can go on without evidence. Take command first, or save it.',
  unknown_recipe: ({ asked }) => `The catalogue this incident was declared under has no evidence “${asked}”.`,
  no_failed_attempt: ({ name }) =>
    `${name} is no failed attempt at something whose source could be dead. Go on without it, or take it as it is.`,
  unknown_evidence: () => 'There is no such evidence in this incident.',
  not_a_speaker: ({ commsLead }) =>
    `Updates are sent by ${commsLead ?? 'the comms lead'}, the deputy, or whoever may command. Ask one of them, or take the comms lead.`,
  review_waits: ({ by }) => `An update by ${by} waits for a second person. Approve it or take it back first.`,
  unknown_channel: ({ asked }) => `The catalogue has no channel “${asked}”.`,
  channel_twice: ({ channel }) => `There are two texts for “${channel}”. Keep one.`,
  text_too_long: ({ channel, length, most }) =>
    `The text for ${channel} has ${length} characters; ${most} fit. Shorten it.`,
  private_stays_inside: ({ channels }) =>
    `This incident is private, so nothing of it goes to ${channels.join(', ')}. Open it to everybody first.`,
  last_word_promises: () => 'The last word promises no further update. Take the promise out.',
  next_update_out_of_range: ({ now }) =>
    `The next update has to be promised for later than now (${minuteOf(now)}), within two days.`,
  contradicts_record: ({ found }) =>
    `The record contradicts it: ${found.map(({ words: said }) => said).join(' ')} Correct the text, or say it with a reason.`,
  needs_second_person: () => 'Somebody else has to read it first: at this severity nobody lets go of their own update.',
  second_person_in_hours: () => 'It is working time: somebody else has to read it first.',
  alone_too_early: ({ from }) => `Somebody else may still read it. From ${minuteOf(from)} you may let it go alone.`,
  no_such_update: () => 'There is no such update any more. Somebody may have taken it back.',
  already_left: ({ leftAt }) =>
    `It left ${minuteOf(leftAt)} and cannot be taken back. Send a newer update that corrects it.`,
  delivered_already: () => 'It has arrived there. Send a newer update instead.',
  goes_by_itself: ({ channel }) => `${channel} is connected: the text goes there by itself.`,
  still_leaving: ({ leavesAt }) =>
    `The update can be taken back until ${leavesAt.slice(11, 19)} UTC. Post the text after that.`,
  channel_not_connected: ({ channel }) =>
    `${channel} is not connected, and nobody can post there by hand. Leave it out.`,
  no_update_promised: () => 'No update is promised right now, so there is nothing to put off.',
  snooze_out_of_range: ({ dueAt }) =>
    `The update is due ${minuteOf(dueAt)}. Choose a later time, at most an hour from now.`,
  no_such_link: () => 'There is no such link.',
  unknown_entry: ({ seq }) => `The timeline has no entry ${seq}.`,
  not_correctable: () => 'What the console recorded itself is not corrected. Annotate it instead.',
  not_your_entry: ({ author }) => `Only ${author} or a commander corrects this. Annotate it instead.`,
  time_in_future: ({ occurredAt, now }) => `The time given (${occurredAt}) is in the future. It is ${now} now.`,
  end_before_start: ({ start, startAt, end, endAt }) =>
    `It cannot be ${end} (${minuteOf(endAt)}) before ${start} (${minuteOf(startAt)}). Correct the other time first, if that one is wrong.`,
  correction_needs_reason: ({ milestone, current }) =>
    `The time of “${milestone}” is set to ${minuteOf(current)}. Say why it is corrected.`,
  no_postmortem_owed: () =>
    'No postmortem is owed for this incident: its severity asks for none, or it is not resolved yet.',
  postmortem_changed: ({ by }) =>
    `${by} saved the postmortem meanwhile. Your text is kept here: compare, then save it again.`,
};

/** A refusal in words for the person who asked. */
export function explainRejection(rejection: Rejection): string {
  return (words[rejection.code] as (facts: Rejection) => string)(rejection);
}
