import 'server-only';
import * as z from 'zod/mini';
import type { ComponentState } from '../component-states';
import { componentStates } from '../component-states';
import { judgeAnswer } from '../judge-answer';
import { markdownText } from '../markdown-text';
import type { Correspondence, Outgoing, Receiver, Sending } from '../receiver';
import { type Asked, request } from '../request';

export interface StatuspagePlace {
  api: string;
  pageId: string;
  apiKey: string;
  /** Their component by our function. */
  components: Readonly<Record<string, string>>;
}

const kept = z.object({ incidentId: z.string(), affected: z.array(z.string()) });
type Kept = z.infer<typeof kept>;

/** Top-level values of metadata have to be objects. */
const metadata = z.object({ console: z.optional(z.object({ incident: z.string(), delivery: z.string() })) });
const theirs = z.object({ id: z.string(), metadata: z.nullish(metadata) });
const theirList = z.array(z.looseObject({ id: z.string(), metadata: z.nullish(z.unknown()) }));

const states: Record<ComponentState, string> = {
  operational: 'operational',
  degraded: 'degraded_performance',
  partial: 'partial_outage',
  major: 'major_outage',
};

type Found = { isThere: boolean; incidentId: string | null } | { failed: Sending };

/**
 * Statuspage, API v1: one incident there for each of ours, updated by PATCH. Our ids go along as metadata, so that a try
 * of which nobody knows what became is looked for before it is made again.
 */
export function statuspageReceiver(place: StatuspagePlace): Receiver {
  const path = `${place.api.replace(/\/$/, '')}/pages/${encodeURIComponent(place.pageId)}/incidents`;
  const headers = { authorization: `OAuth ${place.apiKey}` };
  const ask = (url: string, asked: Asked) => request(url, { ...asked, headers });

  async function write(outgoing: Outgoing, known: Kept | null, correspondence: Correspondence): Promise<Sending> {
    const { affected, incident } = describeIncident(outgoing, known, place.components);
    const body = JSON.stringify({ incident });
    const answer = known
      ? await ask(`${path}/${encodeURIComponent(known.incidentId)}`, { method: 'PATCH', body })
      : await ask(path, { method: 'POST', body });
    // Somebody took the incident off the page: tell it as a new one.
    if (known && answer.isAnswer && answer.status === 404) return write(outgoing, null, correspondence);
    const bad = judgeAnswer('Statuspage', answer);
    if (bad || !answer.isAnswer) return bad ?? unreadable;
    const created = z.looseObject({ id: z.string() }).safeParse(parse(answer.body));
    if (!created.success) return unreadable;
    await correspondence.keep({ incidentId: created.data.id, affected } satisfies Kept);
    return { outcome: 'sent' };
  }

  /** Looks for what an earlier try left there. */
  async function find(outgoing: Outgoing): Promise<Found> {
    const answer = await ask(`${path}?limit=100`, { method: 'GET' });
    const bad = judgeAnswer('Statuspage', answer);
    if (bad || !answer.isAnswer) return { failed: harmless(bad ?? unreadable) };
    const list = theirList.safeParse(parse(answer.body));
    if (!list.success) return { failed: harmless(unreadable) };
    const ours = list.data.flatMap((one) => {
      const read = theirs.safeParse({ id: one.id, metadata: one.metadata });
      const mark = read.success ? read.data.metadata?.console : undefined;
      return mark?.incident === outgoing.payload.number ? [{ id: one.id, delivery: mark.delivery }] : [];
    });
    return { isThere: ours.some(({ delivery }) => delivery === outgoing.id), incidentId: ours[0]?.id ?? null };
  }

  return {
    send: async (outgoing, correspondence) => {
      const read = kept.safeParse(await correspondence.read());
      const known = read.success ? read.data : null;
      if (!outgoing.isRepeated) return write(outgoing, known, correspondence);
      const found = await find(outgoing);
      if ('failed' in found) return found.failed;
      const { incidentId } = found;
      const before = incidentId ? { incidentId, affected: known?.affected ?? [] } : known;
      if (!found.isThere || !before) return write(outgoing, before, correspondence);
      await correspondence.keep({ ...before, affected: describeIncident(outgoing, before, place.components).affected });
      return { outcome: 'sent' };
    },
    mayRepeat: async () => true,
  };
}

const unreadable = { outcome: 'unknown', problem: 'Statuspage gave an answer that cannot be read' } as const;

/** Looking changes nothing, so what became unknown while looking may simply be asked again. */
function harmless(sending: Sending): Sending {
  return sending.outcome === 'unknown' ? { ...sending, outcome: 'again' } : sending;
}

/** The incident as it is told there, and the components that it was ever told to affect. */
function describeIncident({ id, payload }: Outgoing, known: Kept | null, mapping: StatuspagePlace['components']) {
  const now = componentStates(payload.components, mapping);
  const troubled = [...now].flatMap(([component, state]) => (state === 'operational' ? [] : [component]));
  const affected = [...new Set([...(known?.affected ?? []), ...troubled])];
  const told = affected.flatMap((component) => {
    const state = now.get(component);
    return state ? [[component, states[state]]] : [];
  });
  const incident = {
    name: payload.headline.slice(0, 255),
    status: payload.phase,
    body: markdownText(payload.body),
    ...(affected.length > 0 && { component_ids: affected, components: Object.fromEntries(told) }),
    deliver_notifications: true,
    metadata: { console: { incident: payload.number, delivery: id } },
  };
  return { affected, incident };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
