import { describe, expect, it } from 'vitest';
import { aCatalogue } from '@/lib/testing/a-catalogue';
import { anActor } from '@/lib/testing/an-actor';
import { anIncidentAfter } from '@/lib/testing/an-incident';
import type { ChecklistItem } from '../catalogue/catalogue';
import type { DomainEvent } from '../contents';
import { listOpenSteps } from './list-open-steps';
import type { NowFacts } from './now-line';
import { stepLine } from './now-step';

const camille = anActor('commander', 'Camille');
const { escalation, evidence: guide } = aCatalogue();
const board = { label: 'Board', url: 'https://board.example' };

function lineOf(item: Omit<ChecklistItem, 'id'>, ...events: DomainEvent[]) {
  const checklist = { id: 'book', title: 'Book', items: [{ id: 'step', ...item }] };
  const opened: DomainEvent = { type: 'triage.checklist_opened', data: { checklist } };
  const { incident, triage, evidence } = anIncidentAfter(camille, opened, ...events);
  const facts: NowFacts = {
    ...{ incident, triage, evidence, escalation, actor: camille, nowMs: Date.parse(incident.declaredAt) },
    ...{ recipes: guide.recipes, clock: null, live: [], proposal: null, classes: [], silentSince: null },
    ...{ updateDue: null, postmortemDueAt: null },
  };
  const step = listOpenSteps(facts).find((open) => open.checklist.id === 'book');
  if (!step) throw new Error('the step is not open');
  return stepLine(facts, step, 'Next.');
}

describe('[N23] a step in the NOW line', () => {
  it('that is plain is ticked; its links come along', () => {
    expect(lineOf({ title: 'Look', links: [board] })).toEqual({
      ...{ say: 'Look', why: 'Next.' },
      act: { kind: 'tick', checklistId: 'book', itemId: 'step', links: [board] },
    });
  });

  it('that asks offers its answers', () => {
    const question = { id: 'drives', answers: ['1', '2'] };
    expect(lineOf({ title: 'How many?', question }).act).toMatchObject({ kind: 'answer', answers: ['1', '2'] });
  });

  it('that is a command does it, and says what ticks it', () => {
    expect(lineOf({ title: 'Raise to SEV-1', does: 'incident.raise_severity SEV-1' })).toMatchObject({
      why: 'Next. It is ticked once it is SEV-1.',
      act: { kind: 'perform', doing: { kind: 'command', command: 'incident.raise_severity', of: 'SEV-1' } },
    });
  });

  it('that says something was saved leads to saving it, in the catalogue’s words', () => {
    expect(lineOf({ title: 'API log saved', doneBy: 'evidence api-log' })).toMatchObject({
      why: 'Next. It is ticked once “API log” is saved.',
      act: { kind: 'capture', recipes: ['api-log'] },
    });
  });

  it('that says something was opened leads to opening it', () => {
    expect(lineOf({ title: 'Open it', doneBy: 'opening storage' }).act).toMatchObject({
      kind: 'perform',
      doing: { kind: 'open', checklist: 'storage' },
    });
  });

  it('whose tick was taken back although it is so is a step like any other', () => {
    const raised: DomainEvent = { type: 'incident.severity_raised', data: { from: 'SEV-2', to: 'SEV-1', reason: 'r' } };
    const line = lineOf({ title: 'Raise to SEV-1', does: 'incident.raise_severity SEV-1' }, raised);
    expect(line).toMatchObject({ why: 'Next.', act: { kind: 'tick' } });
  });

  it('[E2] that is locked says first what to save', () => {
    const line = lineOf({ title: 'Restart', gate: 'mitigation', needs: ['api-log'] });
    expect(line).toMatchObject({ say: 'Logs first: save API log.', act: { kind: 'capture' } });
  });
});
