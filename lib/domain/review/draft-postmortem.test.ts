import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/domain/access/actor';
import { toCatalogueContent } from '@/lib/domain/catalogue/catalogue-content';
import type { DomainEvent, RecordedEvent } from '@/lib/domain/contents';
import { aCatalogue } from '@/lib/testing/a-catalogue';
import { anActor } from '@/lib/testing/an-actor';
import { anIncident, recorded } from '@/lib/testing/an-incident';
import { aSentUpdate } from '@/lib/testing/command-samples';
import { evolve } from '../evolve';
import type { RecordState } from '../record-state';
import type { DraftSource } from './draft/draft-source';
import { draftPostmortem } from './draft-postmortem';

const camille = anActor('commander', 'Camille Roux');
const rafael = anActor('commander', 'Rafael Ortiz');
const ourselves = { ...anActor('lead', 'console'), kind: 'system' as const };
const content = toCatalogueContent(aCatalogue());
const list = { checklistId: 'first-five-minutes' };

/** The record of an incident that took place between 12:00 and 13:30, after these facts. */
function source(...facts: (DomainEvent & { by?: Actor })[]): DraftSource {
  const { events } = anIncident({ by: camille });
  const all = [
    ...events,
    ...facts.flatMap(({ by = camille, ...fact }, index) => recorded([fact], by, events.length + 1 + index)),
  ];
  const known = all.map((event) => ({ ...event, recordedAt: event.occurredAt }) as RecordedEvent);
  const state = known.reduce<RecordState | null>(evolve, null);
  if (!state) throw new Error('no state');
  return { state, events: known, catalogue: content, nowMs: Date.parse('2026-11-22T14:00:00Z') };
}

/** The text below each heading of the second level; what stands before the first is under ''. */
function sectionsOf(text: string): Record<string, string> {
  const [head = '', ...rest] = text.split(/^## /m);
  const parts = rest.map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n'))] as const);
  return { '': head, ...Object.fromEntries(parts) };
}

const at = (clock: string) => `2026-11-22T${clock}:00.000Z`;
const note = (text: string, kind: 'note' | 'decision' | 'finding' | 'hypothesis' | 'action', clock: string) => ({
  type: 'timeline.note_added' as const,
  data: { text, kind },
  at: at(clock),
});

function aLongNight(): DraftSource {
  const drive = { serviceId: 'store', name: 'Object store', instances: ['blue'] };
  const made = source(
    { type: 'incident.milestone_set', data: { milestone: 'impactStarted', at: at('11:40'), from: null } },
    { type: 'incident.milestone_set', data: { milestone: 'detected', at: at('11:52'), from: null } },
    { type: 'incident.milestone_set', data: { milestone: 'acknowledged', at: at('12:02'), from: null } },
    { type: 'triage.item_ticked', data: { ...list, itemId: 'acknowledge', title: 'Do acknowledge' }, at: at('12:02') },
    { type: 'triage.item_ticked', data: { ...list, itemId: 'read', title: 'Do read' }, at: at('12:03') },
    {
      type: 'timeline.service_changed',
      data: { ...drive, from: 'ok', to: 'down', users: 'Nobody can upload' },
      at: at('12:04'),
      by: ourselves,
    },
    note('Two drvies are gone', 'note', '12:05'),
    {
      type: 'triage.backup_called',
      data: { contact: 'On-call lead', announceIn: '#incidents', advice: 'Go on.' },
      at: at('12:06'),
    },
    {
      type: 'triage.failure_class_set',
      data: {
        from: null,
        failureClass: { id: 'uploads-fail', symptom: 'Tracks do not upload', cause: 'Storage is down' },
      },
      at: at('12:12'),
    },
    {
      type: 'triage.checklist_opened',
      data: { checklist: content.runbookChecklists[0] ?? { id: 'x', title: 'x', items: [] } },
      at: at('12:12'),
    },
    note('The firmware is to blame', 'hypothesis', '12:15'),
    note('Both drives are of one batch', 'finding', '12:20'),
    {
      type: 'incident.severity_raised',
      data: { from: 'SEV-2', to: 'SEV-1', reason: 'Tracks are lost' },
      at: at('12:30'),
    },
    { type: 'incident.command_taken', data: { commander: rafael, from: camille }, at: at('12:35'), by: rafael },
    note('Serve from the second site', 'decision', '12:40'),
    {
      type: 'triage.item_added',
      data: { checklistId: 'ad-hoc', itemId: 'a', title: 'Ask the data centre' },
      at: at('12:41'),
    },
    {
      type: 'triage.item_skipped',
      data: {
        checklistId: 'storage',
        itemId: 'look-at-the-drives',
        title: 'Look at the drives',
        reason: 'They are gone',
      },
      at: at('12:42'),
    },
    {
      type: 'triage.item_ticked',
      data: { checklistId: 'storage', itemId: 'restart-it', title: 'Restart it' },
      at: at('12:45'),
    },
    {
      type: 'incident.mitigated',
      data: { from: 'investigating', how: 'Second site took over' },
      at: at('12:50'),
      by: rafael,
    },
    {
      type: 'incident.went_back',
      data: { from: 'mitigated', to: 'investigating', reason: 'It filled up too' },
      at: at('12:58'),
    },
    { type: 'timeline.service_changed', data: { ...drive, from: 'down', to: 'ok', users: '' }, at: at('13:04') },
    note('Order drives of two batches', 'action', '13:05'),
    { type: 'timeline.entry_corrected', data: { seq: 9, text: 'Two drives are gone' }, at: at('13:06') },
    { type: 'timeline.entry_annotated', data: { seq: 9, text: 'Bays 4 and 7' }, at: at('13:07') },
    {
      type: 'incident.resolved',
      data: { from: 'investigating', cause: 'A bad batch of drives', mitigation: 'Drives replaced' },
      at: at('13:10'),
      by: rafael,
    },
    {
      type: 'review.postmortem_owed',
      data: { dueAt: '2026-11-24T18:00:00.000Z', path: 'docs/postmortems/x.md', severity: 'SEV-1' },
    },
  );
  const bookmark = {
    id: 'grafana',
    label: 'Overview',
    url: 'https://grafana.testbed.example/d/1',
    detail: 'answered 404',
  };
  return { ...made, state: { ...made.state, incident: { ...made.state.incident, brokenBookmarks: [bookmark] } } };
}

describe('[R5] the draft of a postmortem', () => {
  const facts: [section: string, fact: string | RegExp][] = [
    ['', '# Postmortem: Tracks will not upload'],
    ['', 'SEV-1 (raised from SEV-2 to SEV-1 at 2026-11-22 12:30 UTC by Camille Roux)'],
    ['', 'Rafael Ortiz (command went from Camille Roux to Rafael Ortiz at 2026-11-22 12:35 UTC)'],
    ['', /TTD .*\| 12 min \|/],
    ['', /TTR .*\| 1 h 30 min \|/],
    ['', 'Postmortem due | 2026-11-24 18:00 UTC'],
    ['What users felt', /12:04 UTC Object store went down on blue: Nobody can upload \(for 1 h 00 min\)/],
    ['Timeline', '12:02:00 to 12:03:00 Camille Roux ticked 2 steps: Do acknowledge; Do read'],
    ['Timeline', /12:05:00 Camille Roux \(corrected since\)\n\n {2}> Two drives are gone\n/],
    ['Timeline', /Camille Roux added:\n\n {4}> Bays 4 and 7/],
    ['Timeline', /12:12:00 Camille Roux set the failure class: Tracks do not upload/],
    ['Root cause', '> A bad batch of drives'],
    ['Root cause', 'Failure class: Tracks do not upload, usually Storage is down.'],
    ['Root cause', '> Both drives are of one batch'],
    ['Root cause', /Hypotheses[\s\S]*> The firmware is to blame/],
    ['What worked', /Mitigated at 12:50:00 by Rafael Ortiz\n\n {2}> Second site took over/],
    ['What worked', 'did Restart it (When storage fails)'],
    ['What worked', /decided\n\n {2}> Serve from the second site/],
    ['What worked', /Response in time: acknowledged at 12:02:00/],
    ["What didn't", 'The failure class was found after 11 min.'],
    ["What didn't", 'On-call lead was called for help at 12:06:00.'],
    ["What didn't", /raised from SEV-2 to SEV-1 only 29 min after the declaration/],
    ["What didn't", /Went back from mitigated to investigating[\s\S]*> It filled up too/],
    ["What didn't", /skipped Look at the drives[\s\S]*> They are gone/],
    ['Action items', '- [ ] Order drives of two batches (Camille Roux)'],
    ['Action items', '- [ ] Open step: Do look (First five minutes)'],
    ['Runbook updates needed', 'No runbook had the step Ask the data centre'],
  ];
  const sections = sectionsOf(draftPostmortem(aLongNight()));

  it.each(facts)('says in "%s": %s', (section, fact) => {
    if (typeof fact === 'string') expect(sections[section]).toContain(fact);
    else expect(sections[section]).toMatch(fact);
  });

  it('[M8] [M10] counts updates that came late or were put off, and tells what was said against the record', () => {
    const letGo = { leavesAt: at('12:09'), promise: { dueAt: at('12:05'), isLate: true }, review: null };
    const overridden = { codes: ['red_said_fine'], reason: 'The probe is broken' };
    const sections = sectionsOf(
      draftPostmortem(
        source(
          { type: 'comms.update_sent', data: { ...aSentUpdate(), overridden, ...letGo }, at: at('12:09') },
          { type: 'comms.promise_snoozed', data: { from: at('12:30'), until: at('12:45'), reason: 'Vendor is late' } },
        ),
      ),
    );
    const didNot = sections["What didn't"] ?? '';
    expect(didNot).toContain('1 of 1 updates came late, up to 4 min');
    expect(didNot).toContain('put off to');
    expect(didNot).toContain('The probe is broken');
  });

  it('[R6] puts a bookmark that did not answer before all other action items', () => {
    expect(sections['Action items']?.trim().split('\n')[0]).toBe(
      '- [ ] Fix bookmark Overview: <https://grafana.testbed.example/d/1>, answered 404',
    );
  });

  it('has the sections that the team files, in their order', () => {
    expect(Object.keys(sections)).toEqual([
      ...['', 'What users felt', 'Timeline', 'Root cause', 'What worked', "What didn't", 'Action items'],
      'Runbook updates needed',
    ]);
  });

  it('never shows the words that were corrected', () => {
    expect(draftPostmortem(aLongNight())).not.toContain('drvies');
  });
});

describe('[R5] a draft of a record that says little', () => {
  const sections = sectionsOf(draftPostmortem(source()));

  it('[R4] calls a missing milestone not applicable', () => {
    expect(sections['']).toMatch(/TTR .*\| not applicable \|/);
  });

  it('[R4] calls an end before its start invalid', () => {
    const set = (milestone: 'impactStarted' | 'detected', clock: string) =>
      ({ type: 'incident.milestone_set', data: { milestone, at: at(clock), from: null } }) as const;
    expect(draftPostmortem(source(set('impactStarted', '11:50'), set('detected', '11:40')))).toMatch(
      /TTD .*\| invalid \|/,
    );
  });

  it('says that nobody answered, and that no row of the symptom table fits', () => {
    expect(sections["What didn't"]).toContain('Response missed: due 2026-11-22 12:30 UTC, never acknowledged.');
    expect(sections['Runbook updates needed']).toContain('Add a row to the symptom table');
  });
});

const parse = (text: string) => fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
const outline = (text: string) =>
  parse(text)
    .children.filter(({ type }) => type === 'heading' || type === 'html' || type === 'thematicBreak' || type === 'code')
    .map(({ type, position }) => `${type} ${text.slice(position?.start.offset, position?.end.offset)}`);
const nastyLine = fc.constantFrom(
  '# Root cause',
  '## Action items',
  '---',
  '===',
  '| a | b |',
  '|---|---|',
  '```',
  '~~~',
  '`` ` ',
  '`<b>`',
  '</blockquote><h1>x</h1>',
  '<!-- ',
  '<script>alert(1)</script>',
  '- [ ] Fix',
  '> x',
  '    code',
  '[a]: http://x',
  '\\`<b>`',
  '\\<i>',
  '',
  '1. x',
  '\r',
  '<',
  '`',
  'plain words',
);
const nasty = fc.oneof(
  fc.array(nastyLine, { maxLength: 8 }).map((lines) => lines.join('\n')),
  fc.string(),
);

describe('[R5] what people typed', () => {
  it('cannot change the outline of the document, nor bring markup of its own', () => {
    const written = (typed: string) =>
      draftPostmortem(
        source(
          note(typed, 'note', '12:10'),
          note(typed, 'action', '12:11'),
          note(typed, 'decision', '12:12'),
          { type: 'triage.item_added', data: { checklistId: 'ad-hoc', itemId: 'a', title: typed } },
          { type: 'triage.item_skipped', data: { ...list, itemId: 'read', title: 'Do read', reason: typed } },
          { type: 'timeline.entry_annotated', data: { seq: 2, text: typed } },
          { type: 'incident.resolved', data: { from: 'investigating', cause: typed, mitigation: typed } },
        ),
      );
    const plain = outline(written('x'));
    fc.assert(
      fc.property(nasty, (typed) => {
        const text = written(`x${typed}`);
        expect(outline(text)).toEqual(plain);
        expect(JSON.stringify(parse(text))).not.toContain('"type":"html"');
      }),
      { numRuns: 40 },
    );
  }, 30_000);
});

describe('[R5] a draft of a very long record', () => {
  it('is short enough to be saved, and keeps what was decided and pinned', () => {
    const notes = Array.from({ length: 3_000 }, (_, index) =>
      note(`line ${index} ${'x'.repeat(500)}`, 'note', '12:10'),
    );
    const text = draftPostmortem(
      source(...notes, note('Serve from the second site', 'decision', '12:40'), {
        type: 'timeline.entry_pinned',
        data: { seq: 2_900 },
      }),
    );
    expect(text.length).toBeLessThanOrEqual(90_000);
    expect(sectionsOf(text).Timeline).toContain('Serve from the second site');
    expect(sectionsOf(text).Timeline).toContain('line 2897');
    expect(text).toContain('smaller entries are only in the record');
  });
});
