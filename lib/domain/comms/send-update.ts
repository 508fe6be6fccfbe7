import { policyRefusal } from '../access/who-may';
import { closedRefusal } from '../incident/closed-refusal';
import type { CommsLookup, RecordContext } from '../incident/record-context';
import { accept, type Decision, refuse } from '../kernel/decision';
import type { Rejection } from '../kernel/rejection';
import { findContradictions } from './contradictions/find-contradictions';
import type { CommsEvent, CommsUpdate, SentText } from './events';
import type { SendUpdateInput } from './inputs';
import { speakerRefusal } from './is-speaker';
import { privateRefusal, promiseRefusal } from './leaving-refusals';
import { letGo } from './let-go';
import type { CommsRecord } from './record';

const mostUpdates = 300;

/** Rules M8 to M13: an update leaves after the undo window, or waits for a second person where the catalogue asks for one. */
export function sendUpdate(record: CommsRecord, input: SendUpdateInput, context: RecordContext): Decision<CommsEvent> {
  const { incident, comms } = record;
  const { actor, looked, now } = context;
  const { updateId } = input;
  const refusal = policyRefusal(actor, 'comms.send_update') ?? closedRefusal(incident);
  if (refusal) return refuse(refusal);
  if (comms.review?.updateId === updateId || comms.updates.some((update) => update.updateId === updateId))
    return accept();
  const silent = speakerRefusal(incident, actor);
  if (silent) return refuse(silent);
  if (!looked?.comms) return refuse({ code: 'only_on_server' });
  const texts = toTexts(input, looked.comms);
  const fault = faultOf(record, input, texts, context) ?? contradictionOf(record, input, looked.comms, now);
  if (fault) return refuse(fault);
  const update = toUpdate(
    input,
    texts.filter((text) => text !== null),
    looked.comms,
  );
  const policy = looked.comms.severities.find(({ id }) => id === incident.severity)?.secondReview ?? null;
  if (policy) return accept({ type: 'comms.review_asked', data: update });
  return accept(letGo(record, update, context, null));
}

/** Each text with what the catalogue says of its channel; null for a channel it does not know. */
function toTexts({ texts }: SendUpdateInput, { channels, destinations }: CommsLookup): (SentText | null)[] {
  return texts.map(({ channel: id, subject, body }) => {
    const channel = channels.find((one) => one.id === id);
    if (!channel) return null;
    const { name, audience } = channel;
    return { channel: id, name, audience, subject, body, destinations: [...(destinations[id] ?? [])] };
  });
}

function toUpdate(input: SendUpdateInput, texts: SentText[], { situation, checked = null }: CommsLookup): CommsUpdate {
  const { updateId, phase, language, headline, nextUpdateAt, override } = input;
  const components = Object.fromEntries(situation.functions.map(({ id, status }) => [id, status]));
  return {
    updateId,
    phase,
    language,
    headline,
    texts,
    components,
    checked,
    nextUpdateAt,
    overridden: override ?? null,
  };
}

/** What no reason makes right. */
function faultOf(
  { incident, comms }: CommsRecord,
  { texts: asked, phase, nextUpdateAt }: SendUpdateInput,
  texts: readonly (SentText | null)[],
  { looked, now }: RecordContext,
): Rejection | null {
  if (comms.review) return { code: 'review_waits', by: comms.review.askedBy.name };
  if (comms.updates.length >= mostUpdates) return { code: 'too_many', of: 'updates', most: mostUpdates };
  const unknown = texts.indexOf(null);
  if (unknown >= 0) return { code: 'unknown_channel', asked: asked[unknown]?.channel ?? '' };
  const twice = asked.find(({ channel }, index) => asked.findIndex((one) => one.channel === channel) < index);
  if (twice) return { code: 'channel_twice', channel: twice.channel };
  for (const text of texts) {
    const most = looked?.comms?.channels.find(({ id }) => id === text?.channel)?.mostCharacters ?? 0;
    if (text && text.body.length > most)
      return { code: 'text_too_long', channel: text.name, length: text.body.length, most };
  }
  const known = texts.filter((text) => text !== null);
  const off = known.find(({ channel, destinations }) => destinations.length === 0 && !mayBePosted(channel, looked));
  if (off) return { code: 'channel_not_connected', channel: off.name };
  return privateRefusal(incident, known) ?? promiseRefusal({ phase, nextUpdateAt }, now);
}

/** Rule M14: some channels no person can post to; while such a one is off, nothing is written for it. */
function mayBePosted(channel: string, looked: RecordContext['looked']): boolean {
  return looked?.comms?.channels.find(({ id }) => id === channel)?.byHand ?? true;
}

/** Rule M10: what the record contradicts is refused, unless it is said with a reason. */
export function contradictionOf(
  record: CommsRecord,
  update: Pick<CommsUpdate, 'phase' | 'headline' | 'nextUpdateAt' | 'language'> & {
    texts: readonly { channel: string; subject: string | null; body: string }[];
    override?: { codes: string[] } | undefined;
  },
  lookup: CommsLookup,
  now: string,
): Rejection | null {
  const found = findContradictions(update, { record, lookup, nowMs: Date.parse(now) });
  const left = found.filter(({ code }) => !update.override?.codes.includes(code));
  if (left.length === 0) return null;
  return { code: 'contradicts_record', found: left.map(({ code, words }) => ({ code, words })) };
}
