import type { Recorded } from '../kernel/event';
import { type CommsState, type DeliveryState, deliveryKey, type SentUpdate } from './comms';
import { type CommsEvent, isByHand } from './events';

type Of<Type extends CommsEvent['type']> = Recorded<Extract<CommsEvent, { type: Type }>>;

/** Folds one event into what was said. */
export function evolveComms(state: CommsState, event: Recorded<CommsEvent>): CommsState {
  const { occurredAt: at, actor: by } = event;
  switch (event.type) {
    case 'comms.review_asked':
      return { ...state, review: { ...event.data, askedBy: by, askedAt: at } };
    case 'comms.update_sent':
      return afterSent(state, event);
    case 'comms.update_withdrawn':
      return afterWithdrawn(state, event.data);
    case 'comms.text_posted':
    case 'comms.posting_taken_back':
      return withPosting(state, event.data, event.type === 'comms.text_posted' ? { by, at } : null);
    case 'comms.promise_snoozed':
      return { ...state, snoozed: { ...event.data, by } };
    case 'comms.delivery_recorded': {
      const { outcome, detail } = event.data;
      return withDelivery(state, event.data, { outcome, detail, at });
    }
    case 'comms.delivery_retried':
      return withDelivery(state, event.data, { outcome: 'queued', detail: null, at });
    case 'comms.delivery_given_up':
      return withDelivery(state, event.data, { outcome: 'given_up', detail: `given up by ${by.name}`, at });
    case 'comms.reminder_sent': {
      const { dueAt } = event.data;
      const ofPromise = state.reminders.filter((reminder) => reminder.dueAt === dueAt);
      return { ...state, reminders: [...ofPromise, { ...event.data, at, failed: [] }] };
    }
    case 'comms.reminder_failed': {
      const { stage, dueAt, way } = event.data;
      const isIt = (one: CommsState['reminders'][number]) => one.stage === stage && one.dueAt === dueAt;
      const reminders = state.reminders.map((one) => (isIt(one) ? { ...one, failed: [...one.failed, way] } : one));
      return { ...state, reminders };
    }
    case 'comms.link_made':
      return { ...state, links: [...state.links, { ...event.data, by, at, revokedAt: null }] };
    case 'comms.link_revoked': {
      const { linkId } = event.data;
      return {
        ...state,
        links: state.links.map((link) => (link.linkId === linkId ? { ...link, revokedAt: at } : link)),
      };
    }
  }
}

function afterSent(state: CommsState, { data, actor, occurredAt: at }: Of<'comms.update_sent'>): CommsState {
  const { updateId, headline, nextUpdateAt, overridden, phase, leavesAt, promise, texts, review } = data;
  const channels = texts.map((text) => {
    const { channel, name, audience, destinations } = text;
    return { channel, name, audience, destinations, byHand: isByHand(text) };
  });
  const queued = { outcome: 'queued', detail: null, at } as const;
  const deliveries = Object.fromEntries(
    texts.flatMap(({ channel, destinations }) => destinations.map((to) => [deliveryKey(channel, to), queued])),
  );
  const facts = { updateId, headline, nextUpdateAt, overridden, phase, leavesAt, promise };
  const by = review?.askedBy ?? actor;
  const update: SentUpdate = { ...facts, by, at, isWithdrawn: false, channels, posted: {}, deliveries };
  const said = texts.map(({ channel, subject, body }) => [channel, { subject, body }] as const);
  return {
    ...state,
    updates: [...state.updates, update],
    review: null,
    textsBefore: state.lastTexts,
    lastTexts: { ...state.lastTexts, ...Object.fromEntries(said) },
    snoozed: null,
  };
}

function afterWithdrawn(state: CommsState, { updateId, was }: Of<'comms.update_withdrawn'>['data']): CommsState {
  if (was === 'review') return { ...state, review: null };
  return {
    ...state,
    lastTexts: state.textsBefore,
    updates: state.updates.map((update) => (update.updateId === updateId ? { ...update, isWithdrawn: true } : update)),
  };
}

function withDelivery(
  state: CommsState,
  { updateId, channel, destination }: { updateId: string; channel: string; destination: string },
  delivery: DeliveryState,
): CommsState {
  const key = deliveryKey(channel, destination);
  return {
    ...state,
    updates: state.updates.map((update) =>
      update.updateId === updateId ? { ...update, deliveries: { ...update.deliveries, [key]: delivery } } : update,
    ),
  };
}

function withPosting(
  state: CommsState,
  { updateId, channel }: { updateId: string; channel: string },
  posting: SentUpdate['posted'][string] | null,
): CommsState {
  return {
    ...state,
    updates: state.updates.map((update) => {
      if (update.updateId !== updateId) return update;
      const { [channel]: _, ...others } = update.posted;
      return { ...update, posted: posting ? { ...others, [channel]: posting } : others };
    }),
  };
}
