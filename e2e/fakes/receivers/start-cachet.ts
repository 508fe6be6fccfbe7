import * as z from 'zod';
import { type FakeAnswer, type FakeReceiver, startFake } from './fake-server';

export interface CachetIncident {
  id: number;
  name: string;
  status: number;
  message: string;
  updates: { id: number; status: number; message: string }[];
}

export interface FakeCachet extends FakeReceiver {
  incidents: CachetIncident[];
  components: Map<number, number>;
}

const status = z.int().min(1).max(4);
const create = z.strictObject({
  name: z.string().min(1).max(255),
  status,
  message: z.string().min(1),
  visible: z.boolean().optional(),
  stickied: z.boolean().optional(),
  notifications: z.boolean().optional(),
  occurred_at: z.string().nullable().optional(),
});
const update = z.strictObject({ status, message: z.string().min(1) });
const component = z.strictObject({ status: z.int().min(1).max(5) });

type Route = [verb: string, place: RegExp, act: (id: number, body: unknown, query: URLSearchParams) => FakeAnswer];

function incidentRoutes(incidents: CachetIncident[]): Route[] {
  return [
    [
      'GET',
      /^\/api\/incidents$/,
      (_id, _body, query) => {
        const found = incidents.filter(({ name }) => name.includes(query.get('filter[name]') ?? ''));
        return { status: 200, body: { data: found.map(({ updates: _, ...attributes }) => asResource(attributes)) } };
      },
    ],
    [
      'POST',
      /^\/api\/incidents$/,
      (_id, body) => {
        const { name, status: now, message } = create.parse(body);
        const made = { id: incidents.length + 1, name, status: now, message, updates: [] };
        incidents.push(made);
        return { status: 201, body: { data: asResource(made) } };
      },
    ],
  ];
}

function updateRoutes(incidents: CachetIncident[]): Route[] {
  const place = /^\/api\/incidents\/(\d+)\/updates$/;
  return [
    ['GET', place, (id) => ({ status: 200, body: { data: (incidents[id - 1]?.updates ?? []).map(asResource) } })],
    [
      'POST',
      place,
      (id, body) => {
        const incident = incidents[id - 1];
        if (!incident) return { status: 404, body: { message: 'Not found' } };
        const made = { id: incident.updates.length + 1, ...update.parse(body) };
        incident.updates.push(made);
        incident.status = made.status;
        return { status: 201, body: { data: asResource(made) } };
      },
    ],
  ];
}

/** Cachet, API v3, with the token `token`. */
export async function startCachet(port = 0): Promise<FakeCachet> {
  const incidents: CachetIncident[] = [];
  const components = new Map<number, number>();
  const setComponent: Route[2] = (id, body) => {
    components.set(id, component.parse(body).status);
    return { status: 200, body: { data: asResource({ id }) } };
  };
  const routes: Route[] = [
    ...incidentRoutes(incidents),
    ...updateRoutes(incidents),
    ['PUT', /^\/api\/components\/(\d+)$/, setComponent],
  ];
  const fake = await startFake(({ method, path, query, headers, body }) => {
    if (headers.authorization !== 'Bearer token') return { status: 401, body: { message: 'Unauthenticated.' } };
    for (const [verb, place, act] of routes) {
      const found = verb === method ? place.exec(path) : null;
      if (found) return act(Number(found[1]), body ? JSON.parse(body) : null, query);
    }
    throw new Error('no such place');
  }, port);
  return { ...fake, incidents, components };
}

function asResource<T extends { id: number }>(attributes: T) {
  return { id: String(attributes.id), type: 'resource', attributes };
}
