import { describe, expect, it } from 'vitest';
import { aCatalogue } from '@/lib/testing/a-catalogue';
import { aContext, anActor } from '@/lib/testing/an-actor';
import { anIncident } from '@/lib/testing/an-incident';
import { commandSamples } from '@/lib/testing/command-samples';
import { lookedUp } from '@/lib/testing/looked-up';
import type { Actor } from './access/actor';
import { accessRoles, isAtLeast } from './access/role';
import { type Action, whoMay } from './access/who-may';
import { type DomainEvent, machineCommands, openingCommand, recordCommands } from './contents';
import { incidentStates } from './incident/incident';
import { commandInputs } from './inputs';
import type { Decision } from './kernel/decision';
import type { RecordState } from './record-state';

const number = 'INC-2026-0001';
const actions = Object.keys(whoMay) as Action[];
const onRecord = actions.filter((action) => action !== 'incident.declare');

type AnyDecide = (state: RecordState | null, input: unknown, context: unknown) => Decision<DomainEvent>;

function decide(action: Action, state: RecordState | null, actor: Actor): Decision<DomainEvent> {
  const { input, looked } = commandSamples[action];
  const commands = { ...openingCommand, ...recordCommands };
  const context = { ...aContext(actor), number, catalogue: aCatalogue(), looked: lookedUp(looked?.(actor)) };
  return (commands[action] as AnyDecide)(state, input(state?.incident.status ?? 'investigating'), context);
}

function stateFor(action: Action, actor: Actor): RecordState | null {
  if (action === 'incident.declare') return null;
  return commandSamples[action].state?.(actor) ?? anIncident({ by: anActor('commander', 'First') }).state;
}

describe('the table of contents', () => {
  it('[A2] names a least role and a shape for every command, and no other', () => {
    const known = [...Object.keys(openingCommand), ...Object.keys(recordCommands)].toSorted();
    expect(actions.toSorted()).toEqual(known);
    expect(Object.keys(commandInputs).toSorted()).toEqual(known);
  });

  it.each(onRecord)('%s has a sample of the right shape', (action) => {
    const read = commandInputs[action].safeParse(commandSamples[action].input('investigating'));
    expect(read).toMatchObject({ success: true });
  });

  it('[L5] gives people no way to send what only the console itself says', () => {
    for (const type of Object.keys(machineCommands)) expect(commandInputs).not.toHaveProperty([type]);
    const change = {
      serviceId: 's',
      name: 'S',
      from: 'ok' as const,
      to: 'down' as const,
      users: '',
      instances: [],
      number,
    };
    const say = machineCommands['timeline.record_service_change'];
    expect(say(anIncident().state, change, aContext(anActor('lead')))).toMatchObject({ ok: false });
    const system = { ...anActor('lead'), kind: 'system' as const };
    expect(say(anIncident().state, change, aContext(system))).toMatchObject({
      ok: true,
      events: [{ data: { to: 'down' } }],
    });
  });
});

describe('[A2] who may do what', () => {
  const cases = actions.flatMap((action) => accessRoles.map((role) => ({ action, role })));
  it.each(cases)('$action by a $role', ({ action, role }) => {
    const actor = anActor(role);
    const decision = decide(action, stateFor(action, actor), actor);
    if (isAtLeast(role, whoMay[action])) {
      expect(decision).toMatchObject({ ok: true });
      expect(decision.ok && decision.events.length).toBeGreaterThan(0);
    } else {
      expect(decision).toEqual({ ok: false, rejection: { code: 'not_allowed', action, needs: whoMay[action] } });
    }
  });
});

describe('[I8] [I13] [I14] in which state', () => {
  const cases = onRecord.flatMap((action) => incidentStates.map((status) => ({ action, status })));
  it.each(cases)('$action while $status', ({ action, status }) => {
    const actor = anActor('lead');
    const state = stateFor(action, actor);
    if (!state) throw new Error('no state');
    const decision = decide(action, { ...state, incident: { ...state.incident, status } }, actor);
    const { onClosed, refusedIn = [] } = commandSamples[action];
    if (status === 'closed') {
      if (onClosed === 'works') expect(decision).toMatchObject({ ok: true });
      else if (action === 'incident.close') expect(decision).toEqual({ ok: true, events: [] });
      else expect(decision).toEqual({ ok: false, rejection: { code: 'incident_closed', number } });
      return;
    }
    expect(decision.ok).toBe(!refusedIn.includes(status));
  });
});

describe('[I16] on a merged incident', () => {
  it.each(onRecord)('%s', (action) => {
    const actor = anActor('lead');
    const state = stateFor(action, actor);
    if (!state) throw new Error('no state');
    const merged = { ...state.incident, status: 'closed', mergedInto: 'INC-2026-0009' } as const;
    const decision = decide(action, { ...state, incident: merged }, actor);
    if (action === 'incident.go_back') return expect(decision).toMatchObject({ ok: true });
    expect(decision).toMatchObject({ ok: false, rejection: { code: 'incident_merged', into: 'INC-2026-0009' } });
  });
});
