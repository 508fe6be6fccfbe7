import { isLate, lastTold, toldAt, unposted } from '../../comms/told-update';
import { saidMinute } from '../../kernel/event-words';
import { type Brevity, type DraftSource, ofType } from './draft-source';
import { clockOf, lasted } from './list-section';
import { bullet, inline } from './markdown-text';

/** Rules M8 and M10: which updates came late, were put off, or were sent against the record. */
export function updatesEntries({ state, events }: DraftSource, { mostTyped }: Brevity): string[] {
  const sent = state.comms.updates.filter(({ isWithdrawn }) => !isWithdrawn);
  const late = sent.filter(isLate);
  const waits = late.map((update) => {
    const { at, promise } = update;
    return promise ? Date.parse(toldAt(update) ?? at) - Date.parse(promise.dueAt) : 0;
  });
  const longest = lasted(Math.max(0, ...waits));
  const told = late.length === 0 ? [] : [`- ${late.length} of ${sent.length} updates came late, up to ${longest}.`];
  const untold =
    state.incident.visibleTo === null && owedButUnsent(state)
      ? [`- Nobody was told: no update was ${sent.length > 0 ? 'posted' : 'sent'}.`]
      : [];
  const names = sent.flatMap((update) => unposted(update).map(({ name }) => name));
  const never = [...new Set(names)].map((name) => {
    const count = names.filter((one) => one === name).length;
    return `${inline(name)}${count > 1 ? ` (${count})` : ''}`;
  });
  const notPosted =
    never.length === 0 ? [] : [`- Written to be posted by hand, and never posted: ${never.join(', ')}.`];
  const putOff = ofType(events, 'comms.promise_snoozed').map(({ data: { from, until, reason } }) =>
    bullet(`The update due ${saidMinute(from)} was put off to ${clockOf(until)}`, reason, mostTyped),
  );
  const against = sent.flatMap(({ overridden, at }) =>
    overridden ? [bullet(`Sent against the record at ${clockOf(at)}`, overridden.reason, mostTyped)] : [],
  );
  return [...told, ...untold, ...notPosted, ...putOff, ...against];
}

function owedButUnsent({ incident, comms }: DraftSource['state']): boolean {
  const isOwed = Object.hasOwn(incident.updatePromises, incident.severity);
  return isOwed && lastTold(comms) === null;
}
