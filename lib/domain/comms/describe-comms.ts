import { type EventWords, saidMinute, say } from '../kernel/event-words';
import { type CommsEvent, type DeliveryOutcome, isByHand, type SentText } from './events';

/** Every fact about comms; exhaustive. */
export function describeComms(event: CommsEvent): EventWords {
  switch (event.type) {
    case 'comms.review_asked':
      return say('asked for a second pair of eyes', ` on an update: ${event.data.headline}`, { tone: 'decision' });
    case 'comms.update_sent':
      return describeSent(event.data);
    case 'comms.update_withdrawn':
      return say('took back an update', event.data.was === 'leaving' ? ' before it left' : ' that waited for review');
    case 'comms.text_posted':
      return say('posted the update', ` on ${event.data.name}`, { tone: 'good' });
    case 'comms.posting_taken_back':
      return say('took it back', `: the update is not posted on ${event.data.name}`, { tone: 'loud' });
    case 'comms.promise_snoozed':
      return say('put off the next update', ` to ${saidMinute(event.data.until)}`, {
        detail: event.data.reason,
        tone: 'loud',
      });
    case 'comms.delivery_recorded': {
      const { destination, outcome, detail } = event.data;
      const tone = outcome === 'sent' ? 'good' : 'loud';
      return say(outcomeWords[outcome], ` ${placeWords[destination] ?? destination}${detail ? ` (${detail})` : ''}`, {
        tone,
      });
    }
    case 'comms.delivery_retried':
      return say('had it sent again', ` to ${placeWords[event.data.destination] ?? event.data.destination}`);
    case 'comms.delivery_given_up':
      return say('gave up', ` on ${placeWords[event.data.destination] ?? event.data.destination}`, { tone: 'loud' });
    case 'comms.reminder_sent': {
      const { to, dueAt, ways } = event.data;
      const due = `an update was due ${saidMinute(dueAt)}`;
      const by = ways.map((way) => placeWords[way] ?? way).join(' and ');
      return by === ''
        ? say(`put the overdue update to ${to.name}`, ` on the screen only: ${due}`, { tone: 'loud' })
        : say(`reminded ${to.name}`, ` by ${by}: ${due}`, { tone: 'loud' });
    }
    case 'comms.reminder_failed':
      return say('could not send the reminder', ` by ${placeWords[event.data.way]} (${event.data.detail})`, {
        tone: 'loud',
      });
    case 'comms.link_made':
      return say('made a link to follow', ` for ${event.data.label}, until ${saidMinute(event.data.expiresAt)}`);
    case 'comms.link_revoked':
      return say('ended a link to follow');
  }
}

/** How people call the places that updates go to. */
export const placeWords: Record<string, string> = {
  follow: 'the follow page',
  slack: 'Slack',
  statuspage: 'Statuspage',
  cachet: 'Cachet',
  mail: 'mail',
  webhook: 'the webhook',
  subscribers: 'subscribers',
};

const outcomeWords: Record<DeliveryOutcome, string> = {
  sent: 'The update reached',
  failing: 'The update has not reached, and is tried again:',
  uncertain: 'Nobody knows whether the update reached',
  given_up: 'The update did not reach',
};

function describeSent(data: Extract<CommsEvent, { type: 'comms.update_sent' }>['data']): EventWords {
  const { headline, phase, texts, promise, review, overridden } = data;
  const late = promise?.isLate ? `, late: it was due ${saidMinute(promise.dueAt)}` : '';
  const asked = review ? (review.isAlone ? ', approved alone' : `, written by ${review.askedBy.name}`) : '';
  const namesOf = (some: readonly SentText[]) => some.map(({ name }) => name).join(', ');
  const sent = texts.filter((text) => !isByHand(text));
  const toPost = texts.filter(isByHand);
  // Rule M14: what a person has to post was not sent.
  const places = [
    ...(sent.length > 0 ? [`to ${namesOf(sent)}`] : []),
    ...(toPost.length > 0 ? [`to be posted by hand: ${namesOf(toPost)}`] : []),
  ].join('; ');
  const against = overridden ? `\n\nSaid against the record: ${overridden.reason}` : '';
  return say(`${sent.length > 0 ? 'sent' : 'wrote'} an update (${phase})`, `: ${headline}, ${places}${asked}${late}`, {
    detail: `${texts.find(({ body }) => body !== '')?.body ?? ''}${against}`,
    tone: 'decision',
  });
}
