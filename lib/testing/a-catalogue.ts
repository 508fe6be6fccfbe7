import type { Catalogue, Service, Severity } from '@/lib/domain/catalogue/catalogue';

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
    stillWorks: [],
    fails: [],
    failure: 'loud',
    alerts: [],
    dashboards: [],
    assumed: [],
    ...over,
  };
}

/** A rung of the ladder that asks for nothing but an answer within the hour. */
function aSeverity(id: string, over: Partial<Severity> = {}): Severity {
  return {
    id,
    definition: id,
    respondWithin: { minutes: 60 },
    channels: ['#incidents'],
    postmortemWithin: null,
    promotions: [],
    demotions: [],
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
    severities: ['SEV-1', 'SEV-2', 'SEV-3'].map((id) => aSeverity(id)),
    defaultSeverity: 'SEV-2',
    checklists: [
      {
        id: 'first-five-minutes',
        title: 'First five minutes',
        items: ['acknowledge', 'read', 'look'].map((id) => ({ id, title: `Do ${id}` })),
      },
    ],
    calendar: {
      zone: 'UTC',
      workdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
      hours: { from: '09:00', to: '18:00' },
      holidays: [],
      assumed: [],
    },
    failureClasses: [],
    evidence: { keepAt: 's3://testbed-incidents/<date>/', recipes: [] },
    bookmarks: [],
    escalation: {
      unclassified: {
        afterMinutes: 5,
        severity: 'SEV-2',
        invite: 'lead',
        announceIn: 'incidents',
        advice: 'Go on together.',
      },
      contacts: [
        { id: 'lead', label: 'On-call lead', kind: 'person', purpose: 'Second pair of eyes.' },
        { id: 'incidents', label: '#incidents', kind: 'channel', purpose: 'Where it is announced.' },
      ],
    },
    runbooks: [],
    ...over,
  };
}
