import { describe, expect, it } from 'vitest';
import { rankEntries } from './rank-entries';

const view = (label: string, keywords = '', group = 'Places') => ({ label, keywords, group, isView: true });
const change = (label: string, group = 'This incident') => ({ label, group });
const search = view('Search all incidents');

const entries = [
  change('Take command'),
  change('Offer command to somebody…'),
  change('Lower to SEV-3…'),
  change('Raise to SEV-1…'),
  change('Mark it mitigated…'),
  change('Resolve it…'),
  change('Go on without: Biggest keys in Redis…'),
  change('Tick: Order a failover when the master is dead', 'Redis down'),
  change('Tick: Restart it, then take the command line away', 'Redis down'),
  change('Tick: Look at drifting clocks and restart', 'Redis down'),
  change('Set the class: API p95 latency above 2 s', 'Failure class'),
  change('Open the checklist: Storage failure', 'Checklists'),
  view('Open the postmortem', '', 'This incident'),
  view('Write an update', 'tell people', 'This incident'),
  view('Save evidence by command', 'capture logs', 'This incident'),
  view('Go to the situation', 'home'),
  view('Go to the matrix', 'rows history of services'),
  view('Go to the incidents', 'list history past'),
  view('Go to the runbooks', 'library'),
  view('Go to the drift report', 'catalogue'),
  view('I was paged: start triage', 'alert'),
  view('Show the keyboard shortcuts', 'help keys'),
  view('INC-2026-0007: Uploads fail', 'SEV-2 minio investigating', 'Open incidents'),
  view('Rafael Ortiz: incidents', 'person responder', 'People'),
  view('Zoë Ångström: incidents', 'person viewer', 'People'),
];
const first = (query: string) => rankEntries(entries, query, search)[0]?.label;
const all = (query: string) => rankEntries(entries, query, search).map(({ label }) => label);

describe('what the palette puts first', () => {
  it.each([
    ['take command', 'Take command'],
    ['Take', 'Take command'],
    ['command', 'Save evidence by command'],
    ['history', 'Go to the matrix'],
    ['drift', 'Go to the drift report'],
    ['matrix', 'Go to the matrix'],
    ['situation', 'Go to the situation'],
    ['inc 7', 'Search all incidents'],
    ['0007', 'INC-2026-0007: Uploads fail'],
    ['inc-2026-0007', 'INC-2026-0007: Uploads fail'],
    ['minio', 'INC-2026-0007: Uploads fail'],
    ['raf', 'Rafael Ortiz: incidents'],
    ['angstrom zoe', 'Zoë Ångström: incidents'],
    ['lower', 'Lower to SEV-3…'],
    ['raise to sev-1', 'Raise to SEV-1…'],
    ['sev-1', 'Raise to SEV-1…'],
    ['resolve it', 'Resolve it…'],
    ['post', 'Open the postmortem'],
    ['open', 'Open the postmortem'],
    ['open the checklist', 'Open the checklist: Storage failure'],
    ['update', 'Write an update'],
    ['tell', 'Write an update'],
    ['help', 'Show the keyboard shortcuts'],
    ['page', 'I was paged: start triage'],
    ['restart', 'Tick: Restart it, then take the command line away'],
    ['restar', 'Search all incidents'],
    ['r', 'Rafael Ortiz: incidents'],
    ['runb', 'Go to the runbooks'],
    ['ti', 'Search all incidents'],
    ['nothing is called that', 'Search all incidents'],
  ])('%s → %s', (query, label) => expect(first(query)).toBe(label));

  it('holds every typed word against beginnings of words, never against their middles', () => {
    expect(all('ricks')).toEqual(['Search all incidents']);
    expect(all('redis fail')).toEqual(['Search all incidents', 'Tick: Order a failover when the master is dead']);
    expect(all('history')).not.toContain('Lower to SEV-3…');
  });

  it('is everything, in its own order, before anything is typed', () => {
    expect(all('  ')).toEqual(entries.map(({ label }) => label));
  });

  it('never begins with a change that a fragment fits', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
    for (const query of letters.flatMap((one) => [one, ...letters.map((two) => one + two)]))
      expect(rankEntries(entries, query, search)[0]).toMatchObject({ isView: true });
  });
});
