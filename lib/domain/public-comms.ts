import type { CommsState } from './comms/comms';
import { type CommsEvent, type CommsUpdate, isByHand, type SentText } from './comms/events';

type Sent = Extract<CommsEvent, { type: 'comms.update_sent' }>['data'];

/**
 * Rule A11: an update as somebody reads it who follows: what was said to the public and to the team. Whom it reached is
 * not theirs, nor who let it go, nor why it was said against the record.
 */
export function publicUpdate(sent: Sent): Sent {
  return {
    ...sent,
    texts: sent.texts.map(publicText),
    overridden: null,
    review: sent.review && { ...sent.review, isAlone: false },
  };
}

/** What leads are handed is not shown; that they were told is. */
function publicText(text: SentText): SentText {
  const told = { ...text, destinations: [], byHand: isByHand(text) };
  return text.audience === 'leads' ? { ...told, subject: null, body: '' } : told;
}

/** The fold of that, without the texts that writers compare with; readers have them by the events. */
export function publicComms({ updates, snoozed }: CommsState): CommsState {
  return {
    updates: updates.map((update) => ({
      ...update,
      overridden: null satisfies CommsUpdate['overridden'],
      channels: update.channels.map((channel) => ({ ...channel, destinations: [] })),
      deliveries: {},
    })),
    ...{ review: null, lastTexts: {}, textsBefore: {}, links: [], reminders: [] },
    snoozed: snoozed && { ...snoozed, reason: '' },
  };
}
