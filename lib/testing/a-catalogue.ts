import type { Catalogue, Service, Severity } from '@/lib/domain/catalogue/catalogue';
import type { CommsChannel } from '@/lib/domain/catalogue/comms-guide';
import type { Runbook } from '@/lib/domain/catalogue/runbook';

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
    updates: { firstMinutes: 5, everyMinutes: 30 },
    secondReview: null,
    promotions: [],
    demotions: [],
    ...over,
  };
}

/** A channel that every severity but the last is told in. */
function aChannel(id: string, over: Partial<CommsChannel> = {}): CommsChannel {
  const base = {
    id,
    name: id,
    way: 'copy',
    audience: 'public',
    mostCharacters: 2_000,
    statesNextUpdate: true,
    byHand: true,
  } as const;
  return { ...base, severities: ['SEV-1', 'SEV-2'], ...over };
}

/** A runbook of two parts, with a gated step. */
function aRunbook(id: string): Runbook {
  return {
    ...{ id, title: `When ${id} fails`, summary: `What to do about ${id}.`, alerts: [], services: ['store'] },
    ...{ failureClasses: ['uploads-fail'], body: '', links: [], inferred: false, inferredParts: [] },
    headings: [
      { id: 'look', title: 'Look', depth: 2 },
      { id: 'mend', title: 'Mend', depth: 2 },
    ],
    items: [
      { id: 'look-at-the-drives', title: 'Look at the drives', heading: 'look' },
      { id: 'restart-it', title: 'Restart it', heading: 'mend', gate: 'mitigation', needs: ['api-log'] },
    ],
  };
}

/** A runbook that asks a question, with a step for one of its answers. */
function anAskingRunbook(id: string): Runbook {
  return {
    ...aRunbook(id),
    ...{ services: [], failureClasses: [] },
    headings: [],
    items: [
      { id: 'how-many', title: 'How many links are gone?', question: { id: 'links', answers: ['one', 'more'] } },
      { id: 'call-the-carrier', title: 'Call the carrier', when: 'links is more' },
    ],
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
    severities: [
      aSeverity('SEV-1', {
        ...{ respondWithin: { minutes: 15 }, postmortemWithin: { businessDays: 2 } },
        secondReview: { selfAfterMinutes: 5 },
      }),
      aSeverity('SEV-2', {
        respondWithin: { minutes: 30 },
        postmortemWithin: { days: 7 },
        promotions: [{ ask: 'Is data lost?', to: 'SEV-1' }],
        demotions: [{ ask: 'Is nobody affected?', to: 'SEV-3' }],
      }),
      aSeverity('SEV-3', {
        updates: null,
        respondWithin: 'next business day',
        promotions: [{ ask: 'Is data lost?', to: 'SEV-1' }],
      }),
    ],
    defaultSeverity: 'SEV-2',
    checklists: [
      {
        id: 'first-five-minutes',
        title: 'First five minutes',
        items: [
          { id: 'acknowledge', title: 'Do acknowledge', milestone: 'acknowledged' },
          { id: 'read', title: 'Do read' },
          { id: 'look', title: 'Do look', isClassifying: true },
        ],
      },
    ],
    calendar: {
      zone: 'UTC',
      workdays: ['mon', 'tue', 'wed', 'thu', 'fri'],
      hours: { from: '09:00', to: '18:00' },
      holidays: [],
      assumed: [],
    },
    failureClasses: [
      {
        id: 'uploads-fail',
        symptom: 'Tracks do not upload',
        cause: 'Storage is down',
        runbooks: ['storage'],
        signals: [{ service: 'store', status: 'down' }],
      },
    ],
    evidence: {
      keepAt: 's3://testbed-incidents/<date>/',
      recipes: [
        {
          id: 'api-log',
          title: 'API log',
          command: 'docker logs api > /tmp/incident-$(date +%Y%m%d-%H%M%S)-api.log',
          fileName: 'incident-$(date +%Y%m%d-%H%M%S)-api.log',
        },
        {
          ...{ id: 'store-keys', title: 'Keys of the store', ifAnswers: 'store' },
          command: 'storectl keys > /tmp/store-keys-$(date +%s).txt',
          fileName: 'store-keys-$(date +%s).txt',
        },
      ],
    },
    bookmarks: [],
    comms: {
      reminders: [
        { to: 'comms_lead', afterMinutes: 0 },
        { to: 'commander', afterMinutes: 5 },
        { to: 'on_call_lead', afterMinutes: 15 },
      ],
      channels: [
        aChannel('followers', { way: 'follow' }),
        aChannel('status-page', { way: 'status', mostCharacters: 500 }),
        aChannel('incidents', { way: 'slack', audience: 'team' }),
        aChannel('summary', { way: 'copy', audience: 'leads' }),
      ],
      templates: [],
      words: [
        {
          language: 'en',
          functions: {
            upload: { name: 'Upload', inSentence: 'uploads' },
            login: { name: 'Login', inSentence: 'login' },
          },
          services: {
            api: { degraded: 'Some requests fail.', down: 'Nothing works.' },
            store: { degraded: 'Uploads are slow.', down: 'Uploads fail.' },
          },
        },
      ],
    },
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
    runbooks: [aRunbook('storage'), anAskingRunbook('network')],
    ...over,
  };
}
