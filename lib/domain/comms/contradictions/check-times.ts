import { impactStartOf } from '../../incident/impact-start';
import { wallClockMs } from '../../kernel/zoned-time';
import { redRows } from './concerned-rows';
import type { Contradiction, KnownFacts, SaidUpdate } from './contradiction';

const since = /\b(?:since|depuis)\b[^.\n]{0,60}?\b(\d{1,2})[:h](\d{2})/giu;
const nextUpdate =
  /\b(?:next (?:update|word)|prochaine? (?:mise à jour|point|information|nouvelles?))\b[^.\n]{0,60}?\b(\d{1,2})[:h](\d{2})/giu;

/** Rule M10: times in a text are the record's, in UTC or where the team works; the next update is promised in each text that owes it. */
export function checkTimes(update: SaidUpdate, facts: KnownFacts): Contradiction[] {
  const { texts, nextUpdateAt, phase } = update;
  const { zone } = facts.lookup.calendar;
  const starts = startsOf(facts).flatMap((iso) => clockTimes(iso, zone));
  const next = nextUpdateAt === null ? [] : clockTimes(nextUpdateAt, zone);
  const wrong = texts.flatMap(({ channel, body }) => [
    ...timesAfter(since, body)
      .filter((time) => starts.length > 0 && !starts.includes(time))
      .map((time) => disagree(channel, `since ${time}`, starts)),
    ...timesAfter(nextUpdate, body)
      .filter((time) => !next.includes(time))
      .map((time) => disagree(channel, `the next update at ${time}`, next)),
  ]);
  // Where nobody is told on time, nobody is owed a next time.
  const { severity, updatePromises } = facts.record.incident;
  const isOwed = phase !== 'resolved' && (nextUpdateAt !== null || Object.hasOwn(updatePromises, severity));
  return isOwed ? [...wrong, ...missingPromises(update, facts, next)] : wrong;
}

function missingPromises({ texts, nextUpdateAt }: SaidUpdate, { lookup }: KnownFacts, next: string[]): Contradiction[] {
  if (nextUpdateAt === null)
    return [{ code: 'next_update_missing', channel: null, words: 'No next update is promised. Say by when it comes.' }];
  const owing = texts.filter(({ channel, body }) => {
    const owes = lookup.channels.find(({ id }) => id === channel)?.statesNextUpdate ?? false;
    return owes && !next.some((time) => body.replace(/(\d{1,2})h(\d{2})/g, '$1:$2').includes(time));
  });
  return owing.map(({ channel }) => ({
    code: 'next_update_missing',
    channel,
    words: `The text does not say that the next update comes by ${next[0]} UTC.`,
  }));
}

function disagree(channel: string, said: string, known: readonly string[]): Contradiction {
  const instead = known.length > 0 ? `the record says ${[...new Set(known)].join(' or ')}` : 'none is promised';
  return { code: 'time_disagrees', channel, words: `The text says ${said}; ${instead}.` };
}

/** Rule I23: what began later than the incident is no start of it. */
function startsOf({ record, lookup }: KnownFacts): string[] {
  const { milestones, declaredAt } = record.incident;
  const rows = redRows(record, lookup).flatMap(({ since: at }) => (at && at <= declaredAt ? [at] : []));
  const starts = [impactStartOf(record.incident), milestones.detected, declaredAt, ...rows];
  return starts.filter((at) => at !== undefined);
}

/** `03:04` in UTC, then in the zone. */
function clockTimes(iso: string, zone: string): string[] {
  const ms = Date.parse(iso);
  return [ms, wallClockMs(ms, zone)].map((at) => new Date(at).toISOString().slice(11, 16));
}

function timesAfter(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].map(([, hours = '', minutes = '']) => `${hours.padStart(2, '0')}:${minutes}`);
}
