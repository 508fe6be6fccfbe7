import { describe, expect, it } from 'vitest';
import type { ShownEvent } from '@/lib/client/store/use-record';
import type { DomainEvent } from '@/lib/domain/contents';
import { publicSide } from '@/lib/domain/public-side';
import { anActor } from '@/lib/testing/an-actor';
import { anIncident, recorded } from '@/lib/testing/an-incident';
import { chunkEntries } from './chunk-entries';
import { isSameEntry, textOf } from './entry';
import { countByFilter, isFound, isShown } from './entry-filters';
import { readEntries } from './read-entries';
import { readTimelineView, writeTimelineView } from './timeline-view';

const responder = anActor('responder');
const { events: opening } = anIncident();
const first = opening.length + 1;
const note = (text: string, kind?: 'decision' | 'action'): DomainEvent => ({
  type: 'timeline.note_added',
  data: { text, ...(kind && { kind }) },
});
const step = { checklistId: 'ad-hoc', itemId: 'step-1' };
const afterwards = (...facts: DomainEvent[]): ShownEvent[] => [...opening, ...recorded(facts, responder, first)];

describe('[A11] what is kept back from its reader', () => {
  it('has no row and is counted nowhere, and what comes after it keeps its place', () => {
    const events = afterwards(note('inside'), { type: 'triage.item_added', data: { ...step, title: 'inside' } });
    const entries = readEntries(events.map(publicSide), []);
    expect(entries.map(({ event }) => event.seq)).toEqual(opening.map(({ seq }) => seq));
    expect(countByFilter(entries, responder.id).everything).toBe(opening.length);
  });
});

describe('[L2] [L3] what is said about an entry', () => {
  const events = afterwards(
    note('Two drives offline'),
    { type: 'timeline.entry_corrected', data: { seq: first, text: 'Three drives' } },
    { type: 'timeline.entry_annotated', data: { seq: first, text: 'node 2 and 3' } },
    { type: 'timeline.entry_corrected', data: { seq: first, text: 'Three drives offline' } },
    { type: 'timeline.entry_pinned', data: { seq: first } },
  );
  const entries = readEntries(events, [first]);
  const entry = entries[opening.length];

  it('stands there: the last correction, every annotation, the pin', () => {
    expect(entry && textOf(entry)).toBe('Three drives offline');
    expect(entry).toMatchObject({ isPinned: true, isAside: false, annotations: [{ seq: first + 2 }] });
  });

  it('has no row of its own, but is there when everything is shown', () => {
    const rows = (filter: 'all' | 'everything') =>
      entries.filter((one) => isShown(filter, one, responder.id)).map(({ event }) => event.seq);
    expect(rows('all')).toEqual([...opening.map(({ seq }) => seq), first]);
    expect(rows('everything')).toEqual(events.map(({ seq }) => seq));
  });

  it('keeps a row while the entry it speaks of is not loaded', () => {
    const later = readEntries(events.slice(opening.length + 1), []);
    expect(later.filter((one) => isShown('all', one, responder.id)).map(({ event }) => event.type)).toEqual([
      'timeline.entry_corrected',
      'timeline.entry_annotated',
      'timeline.entry_corrected',
    ]);
  });

  it('is found by the words of all of them', () => {
    for (const find of ['two drives', 'three offline', 'node 3']) expect(entry && isFound(find, entry)).toBe(true);
    expect(entry && isFound('four', entry)).toBe(false);
  });
});

describe('entries', () => {
  it('have keys of their own, though one command led to several', () => {
    const [one, two] = afterwards(note('a'), note('b')).slice(-2);
    const sameCommand = [one, two].flatMap((event) => (event ? [{ ...event, commandId: 'c' }] : []));
    const keys = readEntries([...opening, ...sameCommand], []).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('are the same as long as nothing became of them', () => {
    const events = afterwards(note('a'));
    const [before, again] = [readEntries(events, []), readEntries(events, [])];
    expect(before.every((entry, index) => isSameEntry(entry, again[index] ?? entry))).toBe(true);
    const pinned = readEntries(events, [first]);
    expect(
      before.map((entry, index) => isSameEntry(entry, pinned[index] ?? entry)).filter((same) => !same),
    ).toHaveLength(1);
  });

  it('are cut at places that stay, whatever is added at either end', () => {
    const log = recorded(
      Array.from({ length: 300 }, (_, index) => note(`n${index}`)),
      responder,
    );
    const ids = (from: number, to: number) =>
      chunkEntries(readEntries(log.slice(from, to), [])).map(({ id, entries }) => `${id}:${entries.at(-1)?.event.seq}`);
    expect(ids(120, 260)).toEqual(expect.arrayContaining(ids(0, 300).slice(6, 10)));
    expect(chunkEntries(readEntries(log, [])).flatMap(({ entries }) => entries)).toHaveLength(300);
  });
});

describe('a filter', () => {
  const events = afterwards(
    note('keep the cache', 'decision'),
    note('seen'),
    { type: 'triage.item_ticked', data: { checklistId: 'c', itemId: 'i', title: 'Look' } },
    {
      type: 'timeline.service_changed',
      data: { serviceId: 'store', name: 'MinIO', from: 'ok', to: 'down', users: '', instances: [] },
    },
  );
  const entries = readEntries(events, []);

  it('shows its own kind, and counts it', () => {
    const counts = countByFilter(entries, responder.id);
    expect(counts).toMatchObject({ notes: 2, health: 1, checklist: 1, mine: 4 });
    expect(counts.all).toBe(events.length);
    expect(
      entries.filter((entry) => isShown('decisions', entry, responder.id)).map(({ event }) => event.seq),
    ).toContain(first);
  });

  it('lives in the address, beside what else stands there', () => {
    const query = writeTimelineView(new URLSearchParams('row=minio'), { show: 'decisions', find: 'a b' });
    expect(query).toBe('?row=minio&show=decisions&find=a+b');
    expect(readTimelineView(new URLSearchParams(query))).toEqual({ show: 'decisions', find: 'a b' });
    expect(writeTimelineView(new URLSearchParams(query), { show: 'all', find: '' })).toBe('?row=minio');
    expect(readTimelineView(new URLSearchParams('show=constructor')).show).toBe('all');
  });
});
