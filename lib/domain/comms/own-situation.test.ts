import { describe, expect, it } from 'vitest';
import { aCatalogue, aService } from '@/lib/testing/a-catalogue';
import { aPrepareInput, aSituation } from '@/lib/testing/a-prepare-input';
import type { CommsPhase } from '../catalogue/comms-guide';
import type { ComponentStatus } from '../health/health';
import type { RowHolding } from '../incident/row-holding';
import { internalFacts } from './internal-facts';
import { updateFacts } from './update-facts';

const breaks = (id: string, what: string) =>
  aService(id, {
    down: { users: `${id} fails`, sentence: `${id} fails.`, severity: 'SEV-1', functions: { [what]: 'down' } },
  });
const base = aCatalogue();
const catalogue = aCatalogue({
  functions: [...base.functions, { id: 'search', name: 'Search', inSentence: 'search' }],
  services: [...base.services, breaks('redis', 'login')],
});
const [english] = catalogue.comms.words;
if (!english) throw new Error('no words');
const words = {
  ...english,
  services: { ...english.services, redis: { degraded: 'Login is slow.', down: 'Nobody can log in.' } },
};
const allOfIt = { troubles: 9, typed: 900 };

interface Told {
  statuses?: Record<string, ComponentStatus>;
  phase?: CommsPhase;
  redis?: RowHolding;
  previousHeadline?: string | null;
}

/** What an incident that names the store says while the store and Redis are down. */
function sourceOf({ statuses, phase = 'identified', redis, previousHeadline = null }: Told) {
  const situation = aSituation(catalogue, statuses ?? { store: 'down', redis: 'down' }, '2026-11-22T03:10:00.000Z');
  const holdingOf = (id: string): RowHolding =>
    id === 'store' ? { by: 'own' } : id === 'redis' && redis ? redis : { by: 'nobody' };
  const about = { catalogue, words, phase, severity: 'SEV-2', situation };
  return aPrepareInput(about, { facts: { holdingOf, previousHeadline } });
}
const factsOf = (told: Told) => updateFacts(sourceOf(told).facts, allOfIt);
const elsewhere: RowHolding = { by: 'other', number: 'INC-2026-0002' };

describe('[M21] an update speaks of its own incident', () => {
  it('of what it names and what nobody holds', () => {
    const { trouble, works, headline } = factsOf({});
    expect(trouble).toEqual(['Uploads fail.', 'Nobody can log in.']);
    expect({ works, headline }).toEqual({ works: 'Search', headline: 'Uploads and login not working' });
  });

  it('not of what another holds, and does not say that it works', () => {
    const { impact, works, headline, isTotal } = factsOf({ redis: elsewhere });
    expect(impact).toEqual(['Uploads fail.', 'Working: Search.']);
    expect({ works, headline, isTotal }).toEqual({ works: 'Search', headline: 'Uploads not working', isTotal: false });
  });

  it('a function that both break is its own too', () => {
    const statuses = { store: 'down', redis: 'down', api: 'down' } as const;
    expect(factsOf({ statuses, redis: elsewhere }).trouble).toEqual(['Nothing works.']);
  });

  it('says that its own trouble is over, not that everything works, while another burns', () => {
    const told = { statuses: { redis: 'down' }, redis: elsewhere } as const;
    expect(factsOf({ ...told, phase: 'resolved' }).impact).toEqual([
      'Our checks no longer show this problem.',
      'Working: uploads and Search.',
    ]);
    expect(factsOf({ ...told, phase: 'investigating' }).impact[0]).toBe(
      'Our own checks do not show this problem at the moment.',
    );
  });

  it('the last word does not take over what broke later and nobody holds', () => {
    const { trouble, until, since } = factsOf({ statuses: { redis: 'down' }, phase: 'resolved' });
    expect(trouble).toEqual([]);
    expect({ until, since }).toEqual({ until: '2026-11-22 04:02 UTC', since: '2026-11-22 03:04 UTC' });
  });

  it('the team is shown the same rows', () => {
    const rows = (told: Told) => {
      const { internals, facts } = sourceOf(told);
      return internalFacts(internals, facts, allOfIt).rows;
    };
    expect(rows({ redis: elsewhere })).toEqual(['store: down since 2026-11-22 03:10 UTC']);
    expect(rows({})).toContain('redis: down');
    expect(rows({ phase: 'resolved' })).toEqual(['store: down since 2026-11-22 03:10 UTC']);
  });
});

describe('[M20] the name in public', () => {
  it('stays, whatever else breaks or is mended', () => {
    const previousHeadline = 'Uploads not working';
    expect(factsOf({ previousHeadline }).headline).toBe(previousHeadline);
    expect(factsOf({ previousHeadline, statuses: {} }).headline).toBe(previousHeadline);
  });
});
