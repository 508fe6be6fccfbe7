import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Catalogue } from '@/lib/domain/catalogue/catalogue';
import type { Runbook } from '@/lib/domain/catalogue/runbook';
import { loadCatalogue } from './load-catalogue';

// What the team's own two documents say, fact by fact. A fact that is missing from its place is a mistake in the catalogue.

const loaded = loadCatalogue(path.resolve(import.meta.dirname, '../../../catalog'));
if (!loaded.ok) throw new Error(loaded.mistakes.join('\n'));
const catalogue: Catalogue = loaded.catalogue;

const failureClass = (id: string) => catalogue.failureClasses.find((row) => row.id === id);
const severity = (id: string) => catalogue.severities.find((row) => row.id === id);
const service = (id: string) => catalogue.services.find((row) => row.id === id);
const bookmark = (id: string) => catalogue.bookmarks.find((row) => row.id === id);

function runbook(id: string): Runbook {
  const found = catalogue.runbooks.find((row) => row.id === id);
  if (!found) throw new Error(`no runbook ${id}`);
  return found;
}

/** The text under one heading, up to the next. Line breaks do not matter. */
function part(id: string, heading?: string): string {
  const { body } = runbook(id);
  const text = heading === undefined ? body : (body.split(`## ${heading}\n`)[1] ?? '').split(/\n## /)[0];
  if (!text) throw new Error(`${id} has no part “${heading}”`);
  return text.replace(/\s+/g, ' ');
}

describe('the failure classes, all nine', () => {
  it.each<[id: string, symptom: RegExp[], cause: RegExp, runbooks: string[]]>([
    [
      'api-errors',
      [/5xx/, /more than 5%/, /more than 5 minutes/],
      /Database or Redis down/,
      ['db-failover', 'redis-down'],
    ],
    ['api-slow', [/p95/, /above 2 s/, /CPU is low/], /Slow database query.*Redis cache miss/, ['redis-down']],
    ['login-fails', [/Login fails/, /sessions are invalid/], /Redis down/, ['redis-down']],
    ['uploads-fail', [/Tracks do not upload/, /API responds/], /MinIO \/ S3 down/, ['storage-failure']],
    ['playback-stalls', [/HLS playback stalls/, /404/], /Stream server or transcode worker/, ['rabbitmq-down']],
    ['payment-webhooks', [/payment webhooks grows/], /Hyperswitch/, ['payment-success-slo-burn']],
    ['quiet-degradation', [/Nothing looks broken/, /everybody complains/], /degraded mode/, ['graceful-degradation']],
    ['certificate-expired', [/TLS certificate has expired/], /Let's Encrypt renewal failed/, ['cert-expiring-soon']],
    ['disk-full', [/disk-full alert/], /Logs or pgBackRest/, ['disk-full']],
  ])('%s', (id, symptom, cause, runbooks) => {
    const row = failureClass(id);
    for (const words of symptom) expect(row?.symptom).toMatch(words);
    expect(row?.cause).toMatch(cause);
    expect(row?.runbooks).toEqual(expect.arrayContaining(runbooks));
    for (const name of runbooks) expect(runbook(name).failureClasses).toContain(id);
  });

  it('are these nine, and the full outage that the mitigation patterns name', () => {
    expect(catalogue.failureClasses).toHaveLength(10);
    expect(failureClass('api-silent')).toMatchObject({
      runbooks: ['api-availability-slo-burn'],
      signals: [
        { service: 'api', status: 'down' },
        { service: 'api', status: 'unknown' },
      ],
    });
    expect(catalogue.noneOfThese).toEqual({ runbooks: ['unknown-cause'] });
  });

  it('name pgBadger for slow queries, and piling jobs for RabbitMQ', () => {
    expect(failureClass('api-slow')?.note).toMatch(/pgBadger/);
    expect(failureClass('playback-stalls')?.note).toMatch(/jobs pile up/);
  });
});

describe('the severity ladder', () => {
  it.each([
    [
      'SEV-1',
      [/data loss/, /more than 50% of users/, /more than 10 minutes/],
      { minutes: 15 },
      ['Status page banner', '#incidents', 'Email blast'],
      { businessDays: 2 },
    ],
    [
      'SEV-2',
      [/User-facing degradation/, /one component/, /recoverable/],
      { minutes: 30 },
      ['Status page component yellow', '#incidents'],
      { days: 7 },
    ],
    [
      'SEV-3',
      [/Internal or observability degradation/, /no user impact/],
      'next business day' as const,
      ['#engineering ticket'],
      null,
    ],
  ])('%s', (id, definition, respondWithin, channels, postmortemWithin) => {
    const row = severity(id);
    for (const words of definition) expect(row?.definition).toMatch(words);
    expect(row).toMatchObject({ respondWithin, channels, postmortemWithin });
  });

  it('starts at SEV-2, goes up on data loss or wide impact, down when no user is affected', () => {
    expect(catalogue.severities.map(({ id }) => id)).toEqual(['SEV-1', 'SEV-2', 'SEV-3']);
    expect(catalogue.defaultSeverity).toBe('SEV-2');
    expect(severity('SEV-2')?.promotions).toEqual([
      { ask: expect.stringMatching(/data loss confirmed/), to: 'SEV-1' },
      { ask: expect.stringMatching(/wide impact confirmed/), to: 'SEV-1' },
    ]);
    expect(severity('SEV-2')?.demotions).toEqual([
      { ask: expect.stringMatching(/confirmed that no user is affected/), to: 'SEV-3' },
    ]);
  });

  it('counts business days by a calendar that says it is assumed', () => {
    expect(catalogue.calendar.workdays).toEqual(['mon', 'tue', 'wed', 'thu', 'fri']);
    expect(catalogue.calendar.assumed).toEqual(['zone', 'workdays', 'hours', 'holidays']);
  });
});

describe('the five commands, to the letter', () => {
  it.each([
    [
      'api-log',
      'docker logs --tail 500 veza_backend_api_blue > /tmp/incident-$(date +%Y%m%d-%H%M%S)-api.log',
      'incident-$(date +%Y%m%d-%H%M%S)-api.log',
    ],
    [
      'stream-log',
      'docker logs --tail 500 veza_stream_server_blue > /tmp/incident-$(date +%Y%m%d-%H%M%S)-stream.log',
      'incident-$(date +%Y%m%d-%H%M%S)-stream.log',
    ],
    [
      'pg-activity',
      `psql "$DATABASE_URL" -c "SELECT * FROM pg_stat_activity WHERE state != 'idle';" \\\n> /tmp/incident-$(date +%Y%m%d-%H%M%S)-pg-activity.txt`,
      'incident-$(date +%Y%m%d-%H%M%S)-pg-activity.txt',
    ],
    [
      'redis-keys',
      'redis-cli -u "$REDIS_URL" --bigkeys > /tmp/incident-$(date +%Y%m%d-%H%M%S)-redis-keys.txt',
      'incident-$(date +%Y%m%d-%H%M%S)-redis-keys.txt',
    ],
    [
      'rmq-queues',
      `curl -s -u "$RMQ_USER:$RMQ_PASS" http://rabbitmq.lxd:15672/api/queues \\\n| jq '.[] | {name, messages, consumers}' > /tmp/incident-$(date +%Y%m%d-%H%M%S)-rmq-queues.json`,
      'incident-$(date +%Y%m%d-%H%M%S)-rmq-queues.json',
    ],
  ])('%s', (id, command, fileName) => {
    expect(catalogue.evidence.recipes.find((recipe) => recipe.id === id)).toMatchObject({ command, fileName });
    expect(runbook('incident-response').body).toContain(command);
  });

  it('and where their files go', () => {
    expect(catalogue.evidence.keepAt).toBe('s3://veza-incidents/<date>/');
    expect(catalogue.evidence.recipes).toHaveLength(5);
  });
});

describe('the bookmarks', () => {
  it.each<[id: string, url: string | null, words: RegExp]>([
    ['grafana', 'https://grafana.veza.fr', /Veza API Overview/],
    ['tempo', 'https://grafana.veza.fr', /Explore.*Tempo/],
    ['sentry', 'https://sentry.io/veza/veza-backend', /last 30 minutes/],
    ['status-page', 'https://status.veza.fr', /SSO/],
    ['haproxy', 'http://haproxy.veza.fr:8404/stats', /production load balancer/],
    ['pg-auto-failover', null, /infra\/ansible\/roles\/postgres_ha\/.*change when the monitor fails over/],
    ['rabbitmq', 'http://rabbitmq.lxd:15672', /Basic auth/],
    ['minio', 'http://minio.veza.fr:9001', /Admin SSO/],
  ])('%s', (id, url, words) => {
    expect(bookmark(id)?.url).toBe(url);
    expect(JSON.stringify(bookmark(id))).toMatch(words);
  });

  it('the first glance is API overview, status page, Sentry, in this order', () => {
    const glances = catalogue.bookmarks.filter(({ glance }) => glance !== undefined);
    expect(glances.map(({ id, glance }) => [glance, id])).toEqual([
      [1, 'grafana'],
      [2, 'status-page'],
      [3, 'sentry'],
    ]);
    const checklist = catalogue.checklists.find(({ id }) => id === 'first-five-minutes');
    const links = checklist?.items.flatMap((item) => item.links ?? []) ?? [];
    expect(links.map(({ url }) => url)).toEqual(glances.map(({ url }) => url));
  });

  it('are these eight', () => {
    expect(catalogue.bookmarks).toHaveLength(8);
  });
});

describe('the first five minutes and whom to call', () => {
  it('five minutes without a class: SEV-2, #incidents, the on-call lead', () => {
    expect(catalogue.escalation.unclassified).toMatchObject({
      afterMinutes: 5,
      severity: 'SEV-2',
      invite: 'on-call-lead',
      announceIn: 'incidents',
    });
    expect(catalogue.escalation.contacts.map(({ label }) => label)).toEqual([
      'On-call lead',
      '#incidents',
      '#engineering',
    ]);
  });

  it('the checklist goes through the five steps in their order', () => {
    const [checklist] = catalogue.checklists;
    expect(checklist?.id).toBe('first-five-minutes');
    expect(checklist?.items.map(({ title }) => title)).toEqual([
      'Acknowledge the alert',
      'Read the alert annotation: does it name a runbook?',
      'Open the runbook that the annotation names',
      expect.stringMatching(/^Dashboard 1: Veza API Overview/),
      expect.stringMatching(/^Dashboard 2: status page/),
      expect.stringMatching(/^Dashboard 3: Sentry/),
      'Find the failure class',
      expect.stringMatching(/5 minutes: invite the on-call lead/),
    ]);
  });

  it('[T12] [T14] nobody is called before five minutes or once it is classified, and the words name no severity', () => {
    const [, , , , , , , stuck] = catalogue.checklists[0]?.items ?? [];
    expect(stuck).toMatchObject({ when: 'unclassified after 5 min', does: 'triage.call_backup' });
    expect(stuck?.title).not.toMatch(/SEV/);
  });
});

describe('the services', () => {
  it.each<[id: string, name: string, runbook: string, down: string | null]>([
    ['api', 'API behind HAProxy', 'api-availability-slo-burn', 'SEV-1'],
    ['postgres-primary', 'PostgreSQL primary', 'db-failover', 'SEV-1'],
    ['postgres-replica', 'PostgreSQL replica', 'db-failover', 'SEV-2'],
    ['redis-master', 'Redis master', 'redis-down', 'SEV-2'],
    ['redis-sentinel', 'Redis Sentinel', 'redis-down', 'SEV-3'],
    ['rabbitmq', 'RabbitMQ', 'rabbitmq-down', 'SEV-2'],
    ['minio', 'MinIO / S3', 'storage-failure', 'SEV-2'],
    ['hyperswitch', 'Hyperswitch', 'payment-success-slo-burn', 'SEV-2'],
    ['stream-server', 'Stream server', 'rabbitmq-down', 'SEV-1'],
    ['clamav', 'ClamAV', 'graceful-degradation', 'SEV-2'],
    ['coturn', 'Coturn', 'graceful-degradation', 'SEV-2'],
    ['elasticsearch', 'Elasticsearch', 'graceful-degradation', 'SEV-3'],
  ])('%s', (id, name, deepDive, down) => {
    expect(service(id)).toMatchObject({ name, runbook: deepDive, down: { severity: down } });
    expect(service(id)?.stillWorks.length).toBeGreaterThan(0);
    expect(service(id)?.fails.length).toBeGreaterThan(0);
    expect(runbook(deepDive).services).toContain(id);
  });

  it('are these twelve', () => {
    expect(catalogue.services).toHaveLength(12);
  });

  it('blue and green are one service; one of them out is routed around, both out is SEV-1', () => {
    expect(service('api')?.instances).toEqual(['api-blue', 'api-green']);
    expect(service('api')?.degraded).toMatchObject({
      users: expect.stringMatching(/HAProxy routes around/),
      functions: {},
    });
    expect(Object.keys(service('api')?.down.functions ?? {})).toEqual(catalogue.functions.map(({ id }) => id));
  });

  it('the database answers to db, and without it every call is 503', () => {
    expect(service('postgres-primary')?.healthKeys).toContain('db');
    expect(service('postgres-primary')?.fails.join()).toMatch(/Every API call answers 503/);
    expect(service('postgres-primary')?.stillWorks.join()).toMatch(/less than 60 s/);
    expect(service('postgres-replica')?.down.functions).toEqual({});
  });

  it('MinIO has its two alerts: EC:2 holds for two drives, two nodes are SEV-1', () => {
    expect(service('minio')?.alerts).toEqual([
      {
        name: 'MinIODriveOffline',
        meaning: expect.stringMatching(/EC:2 survives the loss of 2 drives.*within the hour/),
        severity: null,
      },
      { name: 'MinIONodesUnreachable', meaning: expect.stringMatching(/2 or more nodes/), severity: 'SEV-1' },
    ]);
    expect(runbook('storage-failure').alerts).toEqual(['MinIODriveOffline', 'MinIONodesUnreachable']);
  });

  it('MinIO out: its sentence starts with what users feel', () => {
    expect(service('minio')?.down.sentence).toBe('Uploads fail and new tracks do not appear.');
  });

  it('Elasticsearch is the v1.0 orphan', () => {
    expect(service('elasticsearch')?.remark).toBe('v1.0 orphan');
    expect(service('elasticsearch')?.down.functions).toEqual({});
  });

  it('functions are playback, upload, login, payment, search, new releases, live and voice, admin', () => {
    expect(catalogue.functions.map(({ id }) => id)).toEqual([
      ...['playback', 'upload', 'login', 'payment', 'search', 'new-releases', 'live-voice', 'admin'],
    ]);
  });

  it('what nobody wrote down is marked', () => {
    for (const { id, assumed } of catalogue.services) expect(assumed, id).toContain('failure');
    expect(service('clamav')?.assumed).toEqual(expect.arrayContaining(['degraded', 'down', 'stillWorks', 'fails']));
  });

  it('every function can be broken by something', () => {
    const breakable = new Set(catalogue.services.flatMap(({ down }) => Object.keys(down.functions)));
    expect([...breakable].sort()).toEqual(catalogue.functions.map(({ id }) => id).sort());
  });
});

describe('the runbooks', () => {
  it('are the thirteen that are named, the two that were lacking, and one for when no class fits', () => {
    expect(catalogue.runbooks.map(({ id }) => id)).toEqual([
      ...['api-availability-slo-burn', 'api-latency-slo-burn', 'cert-expiring-soon', 'db-failover', 'ddos'],
      ...['deployment', 'disk-full', 'graceful-degradation', 'incident-response', 'payment-success-slo-burn'],
      ...['rabbitmq-down', 'redis-down', 'rollback', 'secret-rotation', 'storage-failure', 'unknown-cause'],
    ]);
  });

  it.each<[fact: string, id: string, heading: string | undefined, words: RegExp]>([
    ['ack where', 'incident-response', 'The first five minutes', /Acknowledge in PagerDuty or Alertmanager/],
    ['where rules stand', 'incident-response', 'The first five minutes', /`config\/prometheus\/alert_rules\.yml`/],
    ['the annotation', 'incident-response', 'The first five minutes', /`runbook_url`/],
    ['three dashboards', 'incident-response', 'The first five minutes', /Veza API Overview, the status page, Sentry/],
    ['what to read', 'incident-response', 'The first five minutes', /5xx rate, p95 latency, requests per second/],
    [
      'Sentry',
      'incident-response',
      'The first five minutes',
      /P1 and P2 issues of the last 30 min, most frequent first/,
    ],
    [
      'stuck',
      'incident-response',
      'The first five minutes',
      /after 5 min: declare SEV-2 in #incidents, invite the on-call lead/,
    ],
    ['5xx', 'incident-response', 'The first five minutes', /5xx above 5% for more than 5 min/],
    ['p95', 'incident-response', 'The first five minutes', /p95 above 2 s, CPU low/],
    [
      'SEV-1',
      'incident-response',
      'How severe it is',
      /more than 50% of them are hit for more than 10 min \| 15 min \| .*email blast/,
    ],
    [
      'SEV-2',
      'incident-response',
      'How severe it is',
      /SEV-2 .*\| 30 min \| Component yellow on the status page, #incidents/,
    ],
    ['SEV-3', 'incident-response', 'How severe it is', /SEV-3 .*\| Next business day \| Ticket in #engineering/],
    ['evidence first', 'incident-response', undefined, /No process is restarted before its logs are saved/],
    ['both down', 'incident-response', 'API down', /Both out: a full outage, SEV-1/],
    ['pool', 'incident-response', 'API down', /"too many connections" and "connection refused : 5432"/],
    [
      'restart',
      'incident-response',
      'API down',
      /docker compose -f docker-compose\.prod\.yml restart backend-api-blue/,
    ],
    ['healthcheck', 'incident-response', 'API down', /Wait 30s for its healthcheck before you touch green/],
    ['rollback', 'incident-response', 'API down', /within the last 1 h before it began: go to \[rollback\]/],
    ['db false', 'incident-response', 'Database down', /`db: false`/],
    ['503', 'incident-response', 'Database down', /every API call answers 503 .* splash and tries again by itself/],
    ['promotion', 'incident-response', 'Database down', /less than 60 s/],
    ['transcode webhooks', 'incident-response', 'Webhook failures', /401 on `\/internal\/jobs\/transcode`/],
    ['internal key', 'incident-response', 'Webhook failures', /`STREAM_SERVER_INTERNAL_API_KEY`/],
    ['idempotency', 'incident-response', 'Webhook failures', /DMCA propagation and the distribution outbox/],
    [
      'p99 by route',
      'incident-response',
      'Performance: slow with idle CPUs',
      /histogram_quantile\(0\.99, http_request_duration_seconds_bucket\)/,
    ],
    ['pgBadger', 'incident-response', 'Performance: slow with idle CPUs', /last 30 min of slow queries/],
    [
      'pgBadger command',
      'incident-response',
      'Performance: slow with idle CPUs',
      /pgbadger \/var\/log\/postgresql\/postgresql-slow\.log -o \/tmp\/pgbadger-incident\.html/,
    ],
    ['cold cache', 'incident-response', 'Performance: slow with idle CPUs', /5-15 min/],
    [
      'N+1',
      'incident-response',
      'Performance: slow with idle CPUs',
      /`request_id` with the same SELECT many times: a GORM N\+1/,
    ],
    ['green again', 'incident-response', 'After mitigation', /status page green/],
    [
      'the word',
      'incident-response',
      'After mitigation',
      /RESOLVED\. Cause: …\. Mitigated by: …\. Postmortem incoming\./,
    ],
    ['due', 'incident-response', 'After mitigation', /SEV-1 within 2 business days, SEV-2 within 1 week/],
    ['where', 'incident-response', 'After mitigation', /`docs\/postmortems\/`/],
    [
      'six sections',
      'incident-response',
      'After mitigation',
      /timeline, root cause, what worked, what didn't, action items, runbook updates needed/,
    ],
    ['bookmarks', 'incident-response', 'After mitigation', /broken bookmark is the first action item/],
    ['update', 'incident-response', 'After mitigation', /class of failure that the table lacks/],
    ['bucket', 'incident-response', 'Put the files away', /`s3:\/\/veza-incidents\/<date>\/`/],
    ['canary', 'graceful-degradation', 'Where to look', /`\/api\/v1\/health\/deep` is the canary/],
    [
      'four steps',
      'graceful-degradation',
      'Add a mode of degradation',
      /row.*`\/health\/deep`.*`runbook_url`.*FAIL-SOFT or FAIL-LOUD/,
    ],
    ['orphan', 'graceful-degradation', 'Elasticsearch', /orphan of v1\.0/],
    [
      'monitor',
      'db-failover',
      'The usual case: it fails over by itself',
      /README of `infra\/ansible\/roles\/postgres_ha\/`/,
    ],
    ['promotion', 'db-failover', 'What users see', /less than 60 s/],
    ['cold cache', 'redis-down', 'Cold cache', /5-15 min/],
    ['sessions', 'redis-down', undefined, /Login fails, sessions are invalid/],
    ['stalls', 'rabbitmq-down', undefined, /HLS playback stalls and the browser shows 404/],
    ['culprits', 'disk-full', undefined, /Logs or pgBackRest are the usual culprits/],
    ['threshold', 'api-availability-slo-burn', undefined, /5xx above 5% for more than 5 min/],
    ['healthcheck', 'api-availability-slo-burn', 'Restart', /Wait 30s for its healthcheck/],
    ['deploy', 'api-availability-slo-burn', 'It began with a deployment', /last 1 h/],
    ['threshold', 'api-latency-slo-burn', undefined, /p95 above 2 s with low CPU/],
    ['Tempo', 'api-latency-slo-burn', 'Find what it waits for', /"Explore", "Tempo"/],
    ['backlog', 'payment-success-slo-burn', undefined, /backlog of payment webhooks grows/],
    [
      'not blindly',
      'payment-success-slo-burn',
      'Sending webhooks again',
      /idempotency keys before anything is sent in bulk/,
    ],
    ['renewal', 'cert-expiring-soon', undefined, /Renewal by Let's Encrypt failed/],
    ['1 h', 'rollback', undefined, /deployment in the last 1 h/],
    [
      'drives',
      'storage-failure',
      'A drive is offline',
      /`config\/prometheus\/alert_rules\.yml:90`\. EC:2 tolerates the loss of 2 drives/,
    ],
    ['within the hour', 'storage-failure', 'A drive is offline', /within the hour/],
    [
      'nodes',
      'storage-failure',
      'Nodes are unreachable',
      /2 or more nodes are gone\. The redundancy is exhausted: SEV-1/,
    ],
    ['cache', 'storage-failure', 'The CDN drops requests', /local Nginx/],
    ['bypass', 'storage-failure', 'The CDN drops requests', /setting the API's `CDN_BASE_URL` to empty/],
    ['curl', 'storage-failure', 'The CDN drops requests', /curl -I/],
    ['median', 'ddos', 'Find the pattern', /≥ 10×/],
    ['panel', 'ddos', 'Find the pattern', /"Top IP by request count last 5 min"/],
    ['edge', 'ddos', 'Block it at the edge', /Cloudflare .*fail2ban on the host/],
    ['limit', 'ddos', 'Tighten the limiter', /60\/min.* takes it to 10/],
    ['override', 'ddos', 'Tighten the limiter', /exec backend-api-blue \\ env RATE_LIMIT_PER_MINUTE=10 \.\/bin\/api &/],
    ['restart', 'ddos', 'Tighten the limiter', /has to be restarted after the change/],
    ['scale', 'ddos', 'Scale out', /only when the traffic is legitimate/],
  ])('%s: %s, “%s”', (_, id, heading, words) => {
    expect(part(id, heading)).toMatch(words);
  });

  it('incident response opens all others that the table names', () => {
    const linked = new Set(runbook('incident-response').links.map((link) => link.runbook));
    for (const { runbooks } of catalogue.failureClasses)
      for (const id of runbooks) expect([...linked, 'api-latency-slo-burn']).toContain(id);
  });

  it.each(catalogue.runbooks.map((one) => [one.id, one] as const))('%s says which parts are inferred', (id, one) => {
    const titles = one.inferredParts.map((heading) => one.headings.find((known) => known.id === heading)?.title);
    for (const title of titles) expect(part(id, title), title).toMatch(/Inferred: /);
    const saysSo = one.headings.filter(({ title }) => /^\s*Inferred: /.test(part(id, title)));
    expect(titles).toEqual(expect.arrayContaining(saysSo.map(({ title }) => title)));
    if (one.inferred && titles.length === 0) expect(one.body).toMatch(/^\s*Inferred: /);
  });

  it.each(catalogue.runbooks.map((one) => [one.id, one] as const))(
    '%s has steps, and evidence before it changes things',
    (_, one) => {
      expect(one.items.length).toBeGreaterThan(8);
      expect(new Set(one.items.map((item) => item.id)).size).toBe(one.items.length);
      for (const item of one.items) expect(item.id.length).toBeLessThanOrEqual(80);
      const gated = one.items.filter((item) => item.gate);
      expect(gated.length).toBeGreaterThan(0);
      for (const item of gated) expect(item.needs?.length, item.title).toBeGreaterThan(0);
      for (const item of one.items.filter(({ title }) => /^(Restart|Set|Order|Delete|Reload|Block)\b/.test(title))) {
        expect(item.gate, item.title).toBe('mitigation');
      }
      expect(one.body).not.toMatch(/\{(gate|needs|when|question|does|doneBy)/);
    },
  );

  it.each(catalogue.runbooks.map((one) => [one.id, one] as const))(
    '[T13] [T14] %s says of what was saved that it is bound to it, and of a branch which answer it belongs to',
    (_, one) => {
      for (const { title, doneBy, gate } of one.items)
        if (/\bsaved\b(?!\?)/.test(title) && !gate && !/the file you saved/.test(title))
          expect(doneBy, title).toMatch(/^evidence /);
      for (const { title, when } of one.items)
        if (/^(One|Both|Better|Not better|Expired|Still valid|Where (both|only one)|\d drives?)\b.*:/.test(title))
          expect(when ?? '', title).toMatch(/ is |^$/);
      for (const { title, does } of one.items)
        if (/^(Raise to|Both out: raise)/.test(title)) expect(does, title).toMatch(/raise_severity/);
    },
  );
});

describe('what every incident carries', () => {
  it('is small: the checklists, not the runbooks', () => {
    expect(JSON.stringify(catalogue.checklists).length).toBeLessThan(3_000);
  });
});
