import fc from 'fast-check';
import { expect, it } from 'vitest';
import { aCatalogue } from '@/lib/testing/a-catalogue';
import { anActor } from '@/lib/testing/an-actor';
import { anIncident, recorded } from '@/lib/testing/an-incident';
import { savedFile } from '@/lib/testing/command-samples';
import { decideOn } from '@/lib/testing/decide-on';
import { lookedUp, serverContext } from '@/lib/testing/looked-up';
import { type AccessRole, accessRoles } from '../access/role';
import { type AnyAction, isAllowed } from '../access/who-may';
import type { ChecklistItem } from '../catalogue/catalogue';
import { toCatalogueContent } from '../catalogue/catalogue-content';
import type { RecordCommandType } from '../contents';
import { evolve } from '../evolve';
import type { ComponentStatus } from '../health/health';
import { responseClock } from '../incident/response-clock';
import type { RecordState } from '../record-state';
import { type NowFacts, type NowLine, nowLine } from './now-line';
import { rankClasses } from './rank-classes';
import { notNeeded } from './step-need';

const seed = Number(process.env.NOW_SEED ?? Date.now() % 2_147_483_647);
const steps: ChecklistItem[] = [
  { id: 'acknowledge', title: 'Acknowledge', milestone: 'acknowledged' },
  { id: 'links', title: 'How many links are gone?', question: { id: 'links', answers: ['one', 'more'] } },
  { id: 'more', title: 'More than one', when: 'links is more' },
  { id: 'one', title: 'Only one', when: 'links is one and severity is not SEV-1' },
  { id: 'store', title: 'Look at the store', when: 'service store is not ok' },
  { id: 'look', title: 'Open the dashboard', links: [{ label: 'Board', url: 'https://board.example' }] },
  { id: 'saved', title: 'API log saved', doneBy: 'evidence api-log' },
  { id: 'raise', title: 'Raise to SEV-1', does: 'incident.raise_severity SEV-1', when: 'severity below SEV-1' },
  { id: 'lower', title: 'Lower to SEV-3', does: 'incident.lower_severity SEV-3', when: 'service store is ok' },
  { id: 'end', title: 'Mark it mitigated', does: 'incident.mitigate', when: 'classified' },
  { id: 'class', title: 'Find the class', isClassifying: true },
  { id: 'stuck', title: 'Nobody knows: call', does: 'triage.call_backup' },
];
const catalogue = aCatalogue({ checklists: [{ id: 'first-five-minutes', title: 'First', items: steps }] });
const content = toCatalogueContent({ ...catalogue, noneOfThese: { runbooks: ['network'] } });
const at = (item: ChecklistItem | undefined) => ({ checklistId: 'first-five-minutes', itemId: item?.id ?? '' });
const statuses: ComponentStatus[] = ['ok', 'degraded', 'down', 'disabled', 'unknown'];

type Move = [type: RecordCommandType | 'save', input: object];
const anyStep = fc.constantFrom(...steps).map(at);
const anyMove: fc.Arbitrary<Move> = fc.oneof(
  anyStep.map((step): Move => ['triage.tick', step]),
  anyStep.map((step): Move => ['triage.untick', step]),
  anyStep.map((step): Move => ['triage.skip', { ...step, reason: 'r' }]),
  fc.constantFrom('one', 'more').map((answer): Move => ['triage.answer_question', { ...at(steps[1]), answer }]),
  fc.constantFrom('uploads-fail', null).map((id): Move => ['triage.set_failure_class', { failureClass: id }]),
  fc.constantFrom('storage', 'network').map((id): Move => ['triage.open_checklist', { checklistId: id }]),
  fc.constantFrom<Move>(
    ['save', savedFile],
    ['triage.call_backup', {}],
    ['incident.raise_severity', { from: 'SEV-2', to: 'SEV-1', reason: 'r' }],
    ['incident.lower_severity', { from: 'SEV-1', to: 'SEV-3', reason: 'r' }],
    ['incident.identify', { from: 'investigating' }],
    ['incident.mitigate', { from: 'investigating', how: 'h' }],
    ['incident.resolve', { from: 'mitigated', cause: 'c', mitigation: 'm' }],
    ['incident.close', { from: 'resolved' }],
    ['incident.go_back', { from: 'mitigated', to: 'investigating', reason: 'r' }],
  ),
);
const camille = anActor('lead', 'Camille');

function play(moves: readonly Move[]): RecordState {
  const looked = lookedUp({ catalogue: content });
  return moves.reduce<RecordState>(
    (state, [type, input], index) => {
      if (type === 'save')
        return recorded([{ type: 'evidence.captured', data: savedFile }], camille, 50 + index).reduce<RecordState>(
          evolve,
          state,
        );
      const decision = decideOn(state, type, input, serverContext(camille, looked));
      return decision.ok ? recorded(decision.events, camille, 50 + index).reduce<RecordState>(evolve, state) : state;
    },
    anIncident({ by: camille, catalogue }).state,
  );
}

function factsOf(state: RecordState, role: AccessRole, status: ComponentStatus, minute: number): NowFacts {
  const { incident, triage, evidence } = state;
  const nowMs = Date.parse(incident.declaredAt) + minute * 60_000;
  const live = [{ id: 'store', name: 'Store', status }];
  const due = { dueAt: incident.declaredAt, isOverdue: true, isFirst: true };
  return {
    ...{ incident, triage, evidence, live, nowMs, actor: anActor(role, 'Somebody'), silentSince: null },
    ...{ escalation: content.escalation, recipes: content.evidence.recipes, postmortemDueAt: null },
    clock: responseClock(incident, content.severities, content.calendar, nowMs),
    classes: rankClasses(content.failureClasses, live),
    proposal: status === 'down' ? { severity: 'SEV-1', because: 'Store is down' } : null,
    updateDue: minute % 2 === 1 ? due : null,
  };
}

/** What pressing the button would send; null for what only leads somewhere. */
function sent({ act }: NowLine): AnyAction | null {
  switch (act?.kind) {
    case 'take_command':
      return 'incident.take_command';
    case 'tick':
      return 'triage.tick';
    case 'answer':
      return 'triage.answer_question';
    case 'perform':
      return act.doing.kind === 'command' ? act.doing.command : 'triage.open_checklist';
    case 'capture':
      return 'evidence.add';
    case 'set_class':
      return 'triage.set_failure_class';
    case 'call_backup':
      return 'triage.call_backup';
    case 'raise_severity':
      return 'incident.raise_severity';
    case 'write_update':
      return 'comms.send_update';
    case 'ask':
      return 'timeline.add_note';
    case 'move':
      return act.to === 'identified'
        ? 'incident.identify'
        : act.to === 'investigating'
          ? 'incident.go_back'
          : 'incident.resolve';
    default:
      return null;
  }
}

it(`[N24] [N25] [T12] whatever happened, NOW answers, and never with what is not needed, not allowed or already classified (NOW_SEED=${seed})`, () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.subarray(steps, { maxLength: 3 }), fc.constant(steps)),
      fc.array(anyMove, { maxLength: 12 }),
      fc.constantFrom(...accessRoles),
      fc.constantFrom(...statuses),
      fc.integer({ min: 0, max: 12 }),
      (kept, moves, role, status, minute) => {
        const skipped = steps.filter((item) => !kept.includes(item));
        const skips = skipped.map((item): Move => ['triage.skip', { ...at(item), reason: 'r' }]);
        const state = play([...skips, ...moves]);
        const facts = factsOf(state, role, status, minute);
        const line = nowLine(facts);
        expect(line.say).toMatch(/\S/);
        const action = sent(line);
        if (action) expect(isAllowed(role, action), `${role}: ${line.say}`).toBe(true);
        const isCall = line.act?.kind === 'call_backup' || action === 'triage.call_backup';
        if (state.triage.failureClass) expect(isCall, line.say).toBe(false);
        for (const { items } of state.triage.checklists)
          for (const item of items) if (notNeeded(item, facts) !== null) expect(line.say).not.toContain(item.title);
      },
    ),
    { seed, numRuns: 700 },
  );
});
