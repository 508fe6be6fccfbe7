import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/access/actor';
import type { IncidentFilter } from '@/lib/domain/incident/incident-filter';
import { aCatalogue } from '@/lib/testing/a-catalogue';
import { aWriteDoor, outcomeOf, type TestDoor } from '@/lib/testing/a-write-door';
import { anActor } from '@/lib/testing/an-actor';
import { setNodeEnvironment } from '@/lib/testing/node-environment';
import { keepCatalogueVersion } from '../catalogue/catalogue-versions';
import { database } from '../kernel/database';
import { getPostmortem } from '../review/get-postmortem';
import { postmortemFile } from '../review/postmortem-file';
import { exportIncidents, toCsv } from './export-incidents';
import { listIncidents } from './list-incidents';

let door: TestDoor;
const camille = anActor('commander', 'Camille Roux');
const rafael = anActor('commander', 'Rafael Ortiz');
const numbers: Record<'drives' | 'login' | 'secret', string> = { drives: '', login: '', secret: '' };

async function send(actor: Actor, type: string, input: object): Promise<string> {
  const outcome = outcomeOf(await door.send(actor, type, input));
  if (outcome.outcome !== 'applied') throw new Error(`${type}: ${JSON.stringify(outcome)}`);
  return outcome.number;
}

beforeAll(async () => {
  door = await aWriteDoor();
  setNodeEnvironment(door.url);
  await keepCatalogueVersion(aCatalogue());
  numbers.drives = await send(camille, 'incident.declare', {
    title: "Tracks won't upload",
    services: ['store'],
    failureClass: 'uploads-fail',
  });
  await send(camille, 'timeline.add_note', { number: numbers.drives, text: 'Two Drives offline: 100% of bay C:\\4' });
  await send(camille, 'incident.resolve', {
    number: numbers.drives,
    from: 'investigating',
    cause: 'A firmware bug',
    mitigation: 'Replaced',
  });
  numbers.login = await send(rafael, 'incident.declare', {
    title: 'Login fails',
    severity: 'SEV-1',
    services: ['api'],
  });
  numbers.secret = await send(camille, 'incident.declare', { title: 'Drives were stolen', isPrivate: true });
});
afterAll(async () => {
  await database().$disconnect();
  await door.close();
});

const found = async (filter: IncidentFilter, actor = rafael) =>
  (await listIncidents(actor, { filter, limit: 50 })).items.map(({ number }) => number);

describe('[I19] searching past incidents', () => {
  it.each([
    'upload',
    'TRACKS',
    'drives',
    'driv',
    'firmware bug',
    'bug upload offl',
    "won't",
    '100%',
    'C:\\4',
    'uploads-fail tracks'.split(' ')[1] ?? '',
  ])('finds the one in which every word of %j occurs somewhere', async (q) =>
    expect(await found({ q })).toEqual([numbers.drives]),
  );

  it.each(['drives login', 'firmwares', 'nothing', '%', "'", '\\', ':*', '& | ! ( )'])(
    'finds none for %j',
    async (q) => {
      expect(await found({ q })).toEqual([]);
    },
  );

  it('finds an incident by its number', async () => {
    expect(await found({ q: numbers.login })).toEqual([numbers.login]);
  });

  it('finds a word that stands in thousands of entries, in every incident that has it', async () => {
    await database().$executeRaw`
      INSERT INTO event (incident_id, seq, type, data, actor, command_id, occurred_at, recorded_at, hash)
      SELECT id, 1000 + n, 'timeline.note_added', '{"text":"commonplace"}', '{}', gen_random_uuid(), now(), now(), ''
      FROM incident, generate_series(1, 10100) n WHERE number = ${numbers.login}`;
    expect(await found({ q: 'commonplace' })).toEqual([numbers.login]);
    expect(await found({ q: 'common login' })).toEqual([numbers.login]);
    expect(await found({ q: 'common firmware' })).toEqual([]);
  });

  it('answers whatever is typed', async () => {
    const nasty = fc.array(
      fc.constantFrom(
        "'",
        '\\',
        ':*',
        '%',
        '&',
        '|',
        '!',
        '(',
        ')',
        '<->',
        'a',
        'é',
        '\0',
        ' ',
        '"',
        ';--',
        '🔥',
        '\uD800',
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        nasty.map((parts) => parts.join('')),
        async (q) => {
          expect(Array.isArray(await found({ q: `${q}x` }))).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('[A7] shows a private incident to nobody else: not in lists, searches or exports', async () => {
    expect(await found({})).not.toContain(numbers.secret);
    expect(await found({ q: 'stolen' })).toEqual([]);
    expect(await found({ q: 'stolen' }, camille)).toEqual([numbers.secret]);
    expect(await new Response(exportIncidents(rafael, {}, 'json')).text()).not.toContain('stolen');
    expect(await getPostmortem(rafael, numbers.secret)).toBeNull();
  });
});

describe('filters', () => {
  it.each<[IncidentFilter, ('drives' | 'login')[]]>([
    [{ status: 'open' }, ['login']],
    [{ status: 'resolved' }, ['drives']],
    [{ severity: 'SEV-1' }, ['login']],
    [{ failureClass: 'uploads-fail' }, ['drives']],
    [{ failureClass: 'none' }, ['login']],
    [{ service: 'store' }, ['drives']],
    [{ commander: 'camille roux' }, ['drives']],
    [{ commander: rafael.id }, ['login']],
    [{ postmortem: 'owed' }, ['drives']],
    [{ postmortem: 'overdue' }, []],
    [{ postmortem: 'done' }, []],
    [{ before: '2020-01-01T00:00:00.000Z' }, []],
    [{ from: '2020-01-01T00:00:00.000Z', q: 'fails' }, ['login']],
  ])('%j', async (filter, names) => {
    expect(await found(filter)).toEqual(names.map((name) => numbers[name]));
  });

  it('are kept from page to page', async () => {
    const first = await listIncidents(camille, { limit: 2 });
    expect(first.items.map(({ number }) => number)).toEqual([numbers.secret, numbers.login]);
    const second = await listIncidents(camille, { limit: 2, cursor: first.nextCursor ?? '' });
    expect(second).toMatchObject({ items: [{ number: numbers.drives }], nextCursor: null });
  });
});

describe('the export', () => {
  it('as CSV reads back as what was listed', async () => {
    const { items } = await listIncidents(camille, { limit: 50 });
    const csv = await new Response(exportIncidents(camille, {}, 'csv')).text();
    const rows: Record<string, string>[] = parse(csv, { columns: true });
    expect(rows.map(({ number, title, commander }) => ({ number, title, commander }))).toEqual(
      items.map(({ number, title, commander }) => ({ number, title, commander: commander ?? '' })),
    );
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('takes the formula out of %j', async (title) => {
    const [row] = (await listIncidents(rafael, { limit: 1 })).items;
    if (!row) throw new Error('no incident');
    const [read]: Record<string, string>[] = parse(toCsv([{ ...row, title: `${title}, "x"\n` }], true), {
      columns: true,
    });
    expect(read?.title).toBe(`'${title}, "x"\n`);
  });

  it('as JSON is a list', async () => {
    const list = JSON.parse(await new Response(exportIncidents(rafael, { severity: 'SEV-1' }, 'json')).text());
    expect(list).toMatchObject([{ number: numbers.login, status: 'investigating' }]);
    expect(JSON.parse(await new Response(exportIncidents(rafael, { q: 'none' }, 'json')).text())).toEqual([]);
  });
});

describe('the postmortem', () => {
  it('[R1] is a draft with its due time until somebody saves a text; then that text, and finished', async () => {
    const number = numbers.drives;
    const draft = await getPostmortem(rafael, number);
    expect(draft).toMatchObject({ isDraft: true, savedSeq: null, text: expect.stringContaining('A firmware bug') });
    expect(draft?.path).toMatch(/^docs\/postmortems\/\d{4}-\d{2}-\d{2}-tracks-won-t-upload\.md$/);
    expect(Date.parse(draft?.dueAt ?? '')).toBeGreaterThan(0);

    await send(rafael, 'review.save_postmortem', { number, from: null, text: '# Ours' });
    const saved = await getPostmortem(camille, number);
    expect(saved).toMatchObject({ isDraft: false, text: '# Ours', savedBy: 'Rafael Ortiz', finishedAt: null });
    const late = outcomeOf(await door.send(camille, 'review.save_postmortem', { number, from: null, text: '# Mine' }));
    expect(late).toMatchObject({ outcome: 'rejected', rejection: { code: 'postmortem_changed', by: 'Rafael Ortiz' } });

    await send(rafael, 'review.finish_postmortem', { number, from: saved?.savedSeq });
    expect((await getPostmortem(camille, number))?.finishedAt).not.toBeNull();
    expect(await found({ postmortem: 'done' })).toEqual([number]);
  });

  it('comes as a file under the name it is filed by', async () => {
    const view = await getPostmortem(rafael, numbers.drives);
    if (!view) throw new Error('no postmortem');
    const response = postmortemFile({ ...view, path: 'docs/postmortems/2026-11-22-übertragung.md' });
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="2026-11-22--bertragung.md"; filename*=UTF-8''2026-11-22-%C3%BCbertragung.md`,
    );
    expect(await response.text()).toBe('# Ours');
  });
});
