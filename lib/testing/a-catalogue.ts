import type { Catalogue, Service } from '@/lib/domain/catalogue/catalogue';

/** A service that breaks one function when it is down. */
export function aService(id: string, over: Partial<Service> = {}): Service {
  return {
    id,
    name: id,
    healthKeys: [id],
    instances: [],
    degraded: {
      users: `${id} is slow`,
      sentence: `${id} is slow.`,
      severity: 'SEV-2',
      functions: { upload: 'degraded' },
    },
    down: { users: `${id} fails`, sentence: `${id} fails.`, severity: 'SEV-2', functions: { upload: 'down' } },
    ...over,
  };
}

/** A small catalogue of a made-up platform: one API of two instances, one store, two functions, three severities. */
export function aCatalogue(over: Partial<Catalogue> = {}): Catalogue {
  return {
    version: 'a'.repeat(64),
    platform: 'Testbed',
    targets: [],
    functions: [
      { id: 'upload', name: 'Upload', inSentence: 'uploads' },
      { id: 'login', name: 'Login', inSentence: 'login' },
    ],
    services: [
      aService('api', {
        healthKeys: [],
        instances: ['blue', 'green'],
        degraded: { users: 'routed around', sentence: 'One instance is out.', severity: 'SEV-2', functions: {} },
        down: {
          users: 'all fails',
          sentence: 'Everything fails.',
          severity: 'SEV-1',
          functions: { upload: 'down', login: 'down' },
        },
      }),
      aService('store'),
    ],
    severities: ['SEV-1', 'SEV-2', 'SEV-3'].map((id) => ({ id, definition: id })),
    defaultSeverity: 'SEV-2',
    checklists: [
      {
        id: 'first-five-minutes',
        title: 'First five minutes',
        items: ['acknowledge', 'read', 'look'].map((id) => ({ id, title: `Do ${id}` })),
      },
    ],
    ...over,
  };
}
