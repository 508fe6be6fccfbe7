import { gzipSync } from 'node:zlib';
import { seedArchive } from '../archive/seed-archive';
import { shippedCatalogue } from '../archive/shipped-catalogue';
import { monotonicMs } from '../clock';
import type { Figure, Row } from '../report/figure';
import { percentile, percentileFigures } from '../report/percentile';
import { progress } from '../report/progress';
import type { Session } from '../stage/session';

const WARM_UP = 20;
const TIMES = 100;
const EVENTS_OF_RECORD = 200;

/** Milliseconds from asking to the last byte, one request after another. */
async function timeGets(session: Session, path: string): Promise<number[]> {
  const times: number[] = [];
  for (let turn = -WARM_UP; turn < TIMES; turn += 1) {
    const began = monotonicMs();
    const { status } = await session.get(path);
    if (status !== 200) throw new Error(`${path} was answered with ${status}`);
    if (turn >= 0) times.push(monotonicMs() - began);
  }
  return times;
}

/** The whole archive as a file; it is streamed, so what counts is that it comes at a steady pace. */
async function timeExport(session: Session): Promise<Figure[]> {
  const began = monotonicMs();
  const { body } = await session.get('/api/v1/incidents/export?format=csv');
  const lines = body.split('\r\n').length - 2;
  return [{ what: `export of ${lines} incidents as CSV`, value: monotonicMs() - began, unit: 'ms' }];
}

async function longRecord(session: Session): Promise<string> {
  const number = await session.declare('A record of some hours');
  for (let seq = 0, line = 0; seq < EVENTS_OF_RECORD; line += 1) {
    const { events } = await session.send('timeline.add_note', { number, text: `Line ${line}: two drives offline.` });
    seq = events[0]?.seq ?? EVENTS_OF_RECORD;
  }
  return number;
}

/** Any service of the catalogue, to open its row. */
async function anyService(session: Session): Promise<string> {
  const { rows } = JSON.parse((await session.get('/api/v1/matrix')).body) as { rows: { serviceId: string }[] };
  return rows[0]?.serviceId ?? '';
}

/** What travels for a page without its scripts: as it is, and as a browser asks for it. */
async function weigh(session: Session, path: string, name: string): Promise<Figure[]> {
  const { body } = await session.get(path);
  return [
    { what: `${name}: document`, value: Buffer.byteLength(body) / 1000, unit: 'kB' },
    { what: `${name}: document, gzip`, value: gzipSync(body).length / 1000, unit: 'kB' },
  ];
}

/** The pages as the server makes them, with a large archive behind them. */
export const pages: Row = {
  name: 'pages',
  intervalMs: 5000,
  measure: async (stage): Promise<Figure[]> => {
    const session = await stage.session('commander');
    await stage.closeBrowser();
    const number = await longRecord(session);
    const [incidents, each] = stage.options.isQuick ? [1_000, 20] : [10_000, 100];
    progress(`pages: an archive of ${incidents} incidents with ${each} events each`);
    const held = await seedArchive(stage.console.note.urls.database, shippedCatalogue(stage.root), incidents, each);
    progress('pages: asking');
    const bare = await timeGets(session, '/livez');
    const figures: Figure[] = [
      { what: 'incidents in the database', value: held.incidents, unit: '' },
      { what: 'events in the database', value: held.events, unit: '' },
    ];
    const openRow = `/matrix?row=${await anyService(session)}`;
    for (const [path, name] of [
      ['/', 'situation'],
      ['/matrix', 'matrix'],
      [openRow, 'matrix with a row open'],
      ['/runbooks', 'runbooks'],
      ['/incidents', 'list'],
      [`/incidents/${number}`, `record of ${EVENTS_OF_RECORD} events`],
      ['/api/v1/incidents?limit=50', 'API list'],
      ['/incidents?q=firmware', 'search, a rare word'],
      ['/incidents?q=ada', 'search, a common word'],
      ['/incidents?q=firmware+disk+ada', 'search, three words'],
      ['/incidents?severity=SEV-1&postmortem=overdue', 'list, two filters'],
      ['/incidents?status=closed&from=2020-01-01&failureClass=none', 'list, three filters'],
    ] as const) {
      const times = await timeGets(session, path);
      const floor = (p: number) => ({ floor: percentile(bare, p) });
      figures.push(...percentileFigures(name, 'ms', times, { 50: floor(50), 95: { budget: 50, ...floor(95) } }));
    }
    for (const [path, name] of [
      ['/', 'situation'],
      ['/matrix', 'matrix'],
      [openRow, 'matrix with a row open'],
    ] as const) {
      figures.push(...(await weigh(session, path, name)));
    }
    figures.push(...(await timeExport(session)));
    return figures;
  },
};
