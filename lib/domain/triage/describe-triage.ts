import type { ActorRef } from '../kernel/event';
import { type EventWords, saidMinute, say } from '../kernel/event-words';
import type { TriageEvent } from './events';

/** A fact, with whose it is once it is recorded. */
type Told<Event> = Event & { actor?: ActorRef | undefined };

/** Every fact about triage; exhaustive. */
export function describeTriage(event: Told<TriageEvent>): EventWords {
  switch (event.type) {
    case 'triage.failure_class_set': {
      const { failureClass, because } = event.data;
      const rest = `: ${failureClass.symptom}${because ? `, suggested by ${because}` : ''}`;
      return say('set the failure class', rest, { tone: 'decision' });
    }
    case 'triage.backup_called': {
      const { contact, announceIn, advice } = event.data;
      return say(`called for ${contact}`, `, to be announced in ${announceIn}`, { detail: advice, tone: 'loud' });
    }
    case 'triage.no_class_fits':
      return say('found that no failure class fits', '', { tone: 'decision' });
    case 'triage.checklist_closed':
      return say('closed the checklist', ` ${event.data.title}, which nobody had begun`);
    case 'triage.checklist_opened':
      return say('opened the checklist', ` ${event.data.checklist.title}`);
    default:
      return describeStep(event);
  }
}

type OnStep = Extract<TriageEvent, { data: { itemId: string } }>;

function describeStep(event: Told<OnStep>): EventWords {
  const { title } = event.data;
  switch (event.type) {
    case 'triage.item_added':
      return say('added the step', ` ${title}`);
    case 'triage.item_ticked': {
      const { without = [] } = event.data;
      const notHad = without.map((one) => `; ${one.title} was not required: ${one.because}`).join('');
      return say('ticked', ` ${title}${notHad}`);
    }
    case 'triage.item_unticked':
      return say('took back the tick on', ` ${title}`);
    case 'triage.question_answered': {
      const { answer, from } = event.data;
      const before = from === null ? {} : { detail: `It was “${from}” before.` };
      return say(`answered “${answer}”`, `: ${title}`, before);
    }
    case 'triage.item_skipped':
      return say('skipped', ` ${title}`, { detail: event.data.reason, tone: 'decision' });
    case 'triage.item_taken_up_again':
      return say('took up again', ` ${title}`);
    case 'triage.item_assigned':
      if (!event.data.to) return say('gave nobody', ` ${title}`);
      // Whoever gives a step to oneself takes it.
      return event.data.to.id === event.actor?.id
        ? say('took', ` ${title}`)
        : say(`gave ${event.data.to.name}`, ` ${title}`);
    case 'triage.item_due_set':
      return event.data.dueAt
        ? say(`wants done by ${saidMinute(event.data.dueAt)}`, `: ${title}`)
        : say('wants done at no certain time', `: ${title}`);
  }
}
