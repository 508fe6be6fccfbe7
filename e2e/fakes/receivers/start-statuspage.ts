import * as z from 'zod';
import { type FakeReceiver, startFake } from './fake-server';

export interface StatuspageIncident {
  id: string;
  name: string;
  status: string;
  updates: { status: string; body: string }[];
  metadata: unknown;
  components: Record<string, string>;
}

export interface FakeStatuspage extends FakeReceiver {
  incidents: StatuspageIncident[];
}

const state = z.enum(['operational', 'degraded_performance', 'partial_outage', 'major_outage', 'under_maintenance']);
const fields = {
  status: z.enum(['investigating', 'identified', 'monitoring', 'resolved']),
  body: z.string().max(25_000),
  component_ids: z.array(z.string()).optional(),
  components: z.record(z.string(), state).optional(),
  deliver_notifications: z.boolean().optional(),
  // "All top-level values in the object must also be objects."
  metadata: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
};
const create = z.strictObject({ incident: z.strictObject({ name: z.string().min(1).max(255), ...fields }) });
const change = z.strictObject({
  incident: z.strictObject({ name: z.string().max(255).optional(), ...fields }).partial(),
});

/** Statuspage, API v1, with the page `page` and the key `key`. */
export async function startStatuspage(port = 0): Promise<FakeStatuspage> {
  const incidents: StatuspageIncident[] = [];
  const apply = (incident: StatuspageIncident, said: z.infer<typeof change>['incident']) => {
    const { status = incident.status, body = '', metadata, components = {}, name } = said;
    if (body) incident.updates.push({ status, body });
    Object.assign(incident, { status, metadata: metadata ?? incident.metadata, name: name ?? incident.name });
    Object.assign(incident.components, components);
    return incident;
  };
  const fake = await startFake(({ method, path, headers, body }) => {
    if (headers.authorization !== 'OAuth key') return { status: 401, body: { error: 'Could not authenticate' } };
    const [, id] = /^\/v1\/pages\/page\/incidents(?:\/(\w+))?$/.exec(path) ?? [null, null];
    if (id === null) throw new Error('no such place');
    if (method === 'GET' && !id) return { status: 200, body: [...incidents].reverse() };
    if (method === 'POST' && !id) {
      const { incident: said } = create.parse(JSON.parse(body));
      const made = {
        id: `inc${incidents.length + 1}`,
        name: said.name,
        status: '',
        updates: [],
        metadata: {},
        components: {},
      };
      incidents.push(made);
      return { status: 201, body: apply(made, said) };
    }
    if (method !== 'PATCH' || !id) throw new Error('no such method');
    const known = incidents.find((one) => one.id === id);
    return known
      ? { status: 200, body: apply(known, change.parse(JSON.parse(body)).incident) }
      : { status: 404, body: { error: 'Not found' } };
  }, port);
  return { ...fake, url: `${fake.url}/v1`, incidents };
}
