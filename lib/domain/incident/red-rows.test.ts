import { describe, expect, it } from 'vitest';
import { aCommsLookup } from '@/lib/testing/a-comms-lookup';
import { aContext, anActor } from '@/lib/testing/an-actor';
import { anIncident, anIncidentAfter, recorded } from '@/lib/testing/an-incident';
import { decideOn } from '@/lib/testing/decide-on';
import { serverContext } from '@/lib/testing/looked-up';
import { sayEvent } from '../describe-event';
import type { ComponentStatus } from '../health/health';
import { publicSide } from '../public-side';
import type { RowHolder } from './row-holding';

const camille = anActor('commander', 'Camille');
const { state } = anIncident({ by: camille });
const from = 'investigating';
const ways = [
  ['incident.mitigate', { from, how: 'Restarted' }],
  ['incident.resolve', { from, cause: 'A drive', mitigation: 'Replaced' }],
] as const;

/** On the server, while the services are so and these incidents hold rows. */
function on(statuses: Record<string, ComponentStatus>, holders: RowHolder[] = []) {
  return serverContext(camille, { live: aCommsLookup({ statuses }).situation.rows, holders });
}
const red = on({ store: 'down' });
const refused = { ok: false, rejection: { code: 'rows_still_red', rows: [{ name: 'store', status: 'down' }] } };
const despite = 'Users confirm that uploads work';

describe.each(ways)('[I27] %s', (type, input) => {
  it('takes a reason while a row of its own is red, and keeps it', () => {
    expect(decideOn(state, type, input, red)).toEqual(refused);
    const decision = decideOn(state, type, { ...input, despite }, red);
    const rows = [{ serviceId: 'store', name: 'store', status: 'down' }];
    expect(decision.ok && decision.events[0]?.data).toMatchObject({ despite: { reason: despite, rows } });
    const [event] = recorded(decision.ok ? decision.events : [], camille);
    expect(event && sayEvent(event)).toContain(`Although store is down: ${despite}`);
    expect(event && JSON.stringify(publicSide(event))).not.toContain(despite);
  });

  it('goes on without one when nothing of its own is red; what is said then is left out', () => {
    for (const context of [on({}), on({ store: 'unknown' }), on({ api: 'down' })]) {
      const decision = decideOn(state, type, { ...input, despite }, context);
      expect(decision).toMatchObject({ ok: true });
      expect(JSON.stringify(decision)).not.toContain('despite');
    }
  });

  it('counts every row when it names none, but not what another incident holds', () => {
    const unnamed = anIncidentAfter(camille, {
      type: 'incident.services_changed',
      data: { added: [], removed: [{ id: 'store', name: 'store' }] },
    });
    expect(decideOn(unnamed, type, input, red)).toEqual(refused);
    const held = on({ store: 'down' }, [{ number: 'INC-2026-0002', services: ['store'] }]);
    expect(decideOn(unnamed, type, input, held)).toMatchObject({ ok: true });
  });

  it('the policy and the state come first', () => {
    const viewer = { ...red, actor: anActor('viewer') };
    expect(decideOn(state, type, input, viewer)).toMatchObject({ rejection: { code: 'not_allowed' } });
    expect(decideOn(state, type, { ...input, from: 'identified' }, red)).toMatchObject({
      rejection: { code: 'status_changed' },
    });
  });
});

it('[I27] a browser, which knows no rows, goes ahead', () => {
  const [[type, input]] = ways;
  expect(decideOn(state, type, input, aContext(camille))).toMatchObject({ ok: true });
});
