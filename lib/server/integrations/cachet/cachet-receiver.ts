import 'server-only';
import * as z from 'zod/mini';
import type { CommsPhase } from '@/lib/domain/catalogue/comms-guide';
import { type ComponentState, componentStates } from '../component-states';
import { judgeAnswer } from '../judge-answer';
import { markdownText } from '../markdown-text';
import type { Correspondence, Outgoing, Receiver, Sending } from '../receiver';
import { type Asked, request } from '../request';

export interface CachetPlace {
  url: string;
  token: string;
  /** Their component by our function. */
  components: Readonly<Record<string, number>>;
}

const kept = z.object({ incidentId: z.string() });
const id = z.union([z.string(), z.number()]);
const one = z.looseObject({ data: z.looseObject({ id }) });
const list = z.looseObject({
  data: z.array(
    z.looseObject({ id, attributes: z.looseObject({ name: z.optional(z.string()), message: z.nullish(z.string()) }) }),
  ),
});

const phases: Record<CommsPhase, number> = { investigating: 1, identified: 2, monitoring: 3, resolved: 4 };
const states: Record<ComponentState, number> = { operational: 1, degraded: 2, partial: 3, major: 4 };

/** What was asked for, or what to do instead. */
type Got<T> = { ok: true; value: T } | { ok: false; sending: Sending };

/**
 * Cachet, API v3: one incident there for each of ours, and an update under it for each later one; components are set by
 * themselves. It knows no ids of ours, so a try of which nobody knows what became is looked for by its text.
 */
export function cachetReceiver(place: CachetPlace): Receiver {
  const board = new CachetBoard(place);
  return {
    send: async (outgoing, correspondence) => {
      const read = kept.safeParse(await correspondence.read());
      const told = read.success
        ? await board.goOn(read.data.incidentId, outgoing)
        : await board.open(outgoing, correspondence);
      if (!told.ok) return told.sending;
      const set = await board.setComponents(outgoing);
      if (set.ok) return { outcome: 'sent' };
      if (set.sending.outcome !== 'refused') return set.sending;
      return { outcome: 'sent', note: `without the states of components: ${set.sending.problem}` };
    },
    mayRepeat: async () => true,
  };
}

class CachetBoard {
  readonly #place: CachetPlace;

  constructor(place: CachetPlace) {
    this.#place = place;
  }

  /** The incident there; made when there is none, with the update as its message. */
  async open({ payload, isRepeated }: Outgoing, correspondence: Correspondence): Promise<Got<string>> {
    const name = payload.headline.slice(0, 255);
    const message = markdownText(payload.body);
    if (isRepeated) {
      const query = new URLSearchParams({ 'filter[name]': name, per_page: '50' });
      const found = await this.#ask(`/incidents?${query}`, { method: 'GET' }, list);
      if (!found.ok) return harmless(found);
      const same = found.value.data.find(
        ({ attributes }) => attributes.name === name && attributes.message === message,
      );
      if (same) return keep(correspondence, String(same.id));
    }
    const body = JSON.stringify({ name, status: phases[payload.phase], message, visible: true, notifications: true });
    const made = await this.#ask('/incidents', { method: 'POST', body }, one);
    return made.ok ? keep(correspondence, String(made.value.data.id)) : made;
  }

  async goOn(incidentId: string, { payload, isRepeated }: Outgoing): Promise<Got<unknown>> {
    const path = `/incidents/${encodeURIComponent(incidentId)}/updates`;
    const message = markdownText(payload.body);
    if (isRepeated) {
      const found = await this.#ask(`${path}?per_page=100`, { method: 'GET' }, list);
      if (!found.ok) return harmless(found);
      if (found.value.data.some(({ attributes }) => attributes.message === message)) return found;
    }
    const body = JSON.stringify({ status: phases[payload.phase], message });
    return this.#ask(path, { method: 'POST', body }, one);
  }

  async setComponents({ payload }: Outgoing): Promise<Got<unknown>> {
    for (const [component, state] of componentStates(payload.components, this.#place.components)) {
      const body = JSON.stringify({ status: states[state] });
      const set = await this.#ask(`/components/${component}`, { method: 'PUT', body }, z.unknown());
      if (!set.ok) return harmless(set);
    }
    return { ok: true, value: null };
  }

  async #ask<T>(path: string, asked: Asked, shape: z.ZodMiniType<T>): Promise<Got<T>> {
    const { url, token } = this.#place;
    const headers = { authorization: `Bearer ${token}` };
    const answer = await request(`${url.replace(/\/$/, '')}/api${path}`, { ...asked, headers });
    const bad = judgeAnswer('Cachet', answer);
    if (bad || !answer.isAnswer) return { ok: false, sending: bad ?? unreadable };
    const read = shape.safeParse(parse(answer.body));
    return read.success ? { ok: true, value: read.data } : { ok: false, sending: unreadable };
  }
}

const unreadable = { outcome: 'unknown', problem: 'Cachet gave an answer that cannot be read' } as const;

async function keep(correspondence: Correspondence, incidentId: string): Promise<Got<string>> {
  await correspondence.keep({ incidentId } satisfies z.infer<typeof kept>);
  return { ok: true, value: incidentId };
}

/** Looking, and setting a state again, changes nothing: what became unknown meanwhile may simply be asked again. */
function harmless(got: Extract<Got<unknown>, { ok: false }>): { ok: false; sending: Sending } {
  const { sending } = got;
  return sending.outcome === 'unknown' ? { ok: false, sending: { ...sending, outcome: 'again' } } : got;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}
