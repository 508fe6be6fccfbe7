import 'server-only';

/** What a list of incidents is asked for. */
export interface IncidentsQuestion {
  open: boolean;
  limit: number;
  cursor?: string;
  /** Only those that were declared from this service, newest first, without further pages. */
  service?: string;
}

const mostItems = 200;

/** The question in a query string, or what is wrong with it. */
export function readIncidentsQuestion(
  query: URLSearchParams,
): { ok: true; question: IncidentsQuestion } | { ok: false; problem: string } {
  const limit = Number(query.get('limit') ?? 50);
  const cursor = query.get('cursor');
  const service = query.get('service');
  if (!Number.isInteger(limit) || limit < 1 || limit > mostItems)
    return { ok: false, problem: `limit: expected 1 to ${mostItems}` };
  if (cursor !== null && !/^INC-\d{4}-\d{4,9}$/.test(cursor))
    return { ok: false, problem: 'cursor: expected what nextCursor said' };
  if (service !== null && !/^[a-z0-9-]{1,60}$/.test(service))
    return { ok: false, problem: 'service: expected the id of a service' };
  const open = query.get('status') === 'open';
  return { ok: true, question: { open, limit, ...(cursor ? { cursor } : {}), ...(service ? { service } : {}) } };
}
