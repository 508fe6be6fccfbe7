import 'server-only';
import { type IncidentStatus, incidentStates } from '@/lib/domain/incident/incident';
import { type IncidentFilter, type PostmortemState, postmortemStates } from '@/lib/domain/incident/incident-filter';

/** What a list of incidents is asked for. */
export interface IncidentsQuestion {
  filter: IncidentFilter;
  limit: number;
  cursor?: string;
}

type Reading = { ok: true; question: IncidentsQuestion } | { ok: false; problem: string };

const mostItems = 200;
const dayMs = 86_400_000;
const id = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u;

/** The question in a query string, or what is wrong with it, naming the parameter. An empty parameter is none. */
export function readIncidentsQuestion(query: URLSearchParams, usualLimit = 50): Reading {
  const problems: string[] = [];
  const read = <Value>(name: string, parse: (text: string) => Value | null, expected: string): Value | undefined => {
    const text = query.get(name)?.trim();
    if (!text) return undefined;
    const value = parse(text);
    if (value === null) problems.push(`${name}: expected ${expected}`);
    return value ?? undefined;
  };
  const from = read('from', (text) => readTime(text, 0), 'a day or a time as ISO 8601');
  const before = read('to', (text) => readTime(text, dayMs), 'a day or a time as ISO 8601');
  const filter = {
    status: read('status', readStatus, `open, ${incidentStates.join(', ')}`),
    severity: read('severity', matching(id), 'a severity of the catalogue'),
    failureClass: read('failureClass', matching(id), 'the id of a failure class, or none'),
    service: read('service', matching(id), 'the id of a service'),
    commander: read('commander', matching(/^[^\0]{1,200}$/), 'a name or an id of at most 200 characters'),
    q: read('q', matching(/^[\s\S]{1,300}$/), 'at most 300 characters'),
    postmortem: read('postmortem', readPostmortem, postmortemStates.join(', ')),
    from,
    before,
  };
  const cursor = read('cursor', matching(/^INC-\d{4}-\d{4,9}$/), 'what nextCursor said');
  const limit = read('limit', readLimit, `1 to ${mostItems}`) ?? usualLimit;
  if (from && before && from >= before) problems.push('to: expected a time after from');
  if (problems.length > 0) return { ok: false, problem: problems.join('; ') };
  return { ok: true, question: { filter: given(filter), limit, ...(cursor && { cursor }) } };
}

const matching = (pattern: RegExp) => (text: string) => (pattern.test(text) ? text : null);

const readStatus = (text: string) =>
  text === 'open' || (incidentStates as readonly string[]).includes(text) ? (text as IncidentStatus | 'open') : null;

const readPostmortem = (text: string) =>
  (postmortemStates as readonly string[]).includes(text) ? (text as PostmortemState) : null;

function readLimit(text: string): number | null {
  const limit = Number(text);
  return Number.isInteger(limit) && limit >= 1 && limit <= mostItems ? limit : null;
}

/** A day is its first moment in UTC, `forDay` later; a time needs its offset. */
function readTime(text: string, forDay: number): string | null {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  if (!isDay && !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(text)) return null;
  const ms = Date.parse(text);
  // Date.parse rolls 30 February over into March.
  if (Number.isNaN(ms) || (isDay && new Date(ms).toISOString().slice(0, 10) !== text)) return null;
  return new Date(isDay ? ms + forDay : ms).toISOString();
}

type Given<Values> = { [Key in keyof Values]?: Exclude<Values[Key], undefined> };

function given<Values extends object>(values: Values): Given<Values> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<Values>;
}
