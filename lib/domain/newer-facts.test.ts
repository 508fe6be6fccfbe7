import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEntries } from '@/components/timeline/read-entries';
import { anIncident } from '@/lib/testing/an-incident';
import type { RecordedEvent } from './contents';
import { describeEvent, sayEvent } from './describe-event';
import { evolve } from './evolve';
import { publicSide } from './public-side';

const families = ['incident', 'triage', 'evidence', 'comms', 'timeline', 'review', 'alerts'];
const { state, events } = anIncident();

/** A fact of this family as a later release may record it. */
const newer = fc.record({
  family: fc.constantFrom(...families),
  name: fc.stringMatching(/^[a-z]{3,12}_by_a_newer_release$/),
  data: fc.dictionary(fc.string(), fc.jsonValue()),
});

function recordedAs(type: string, data: object): RecordedEvent {
  const [first] = events;
  if (!first) throw new Error('an incident begins with an event');
  return { ...first, seq: events.length + 1, type, data } as unknown as RecordedEvent;
}

describe('[K12] a fact that a newer release recorded', () => {
  it('passes every fold of every family, is told, and changes nothing that this release knows', () => {
    fc.assert(
      fc.property(newer, ({ family, name, data }) => {
        const event = recordedAs(`${family}.${name}`, data);
        const { timeline, ...after } = evolve(state, event);
        const { timeline: _, ...before } = state;
        expect(after).toEqual(before);
        expect(timeline.recent.at(-1)?.words).toContain('A fact recorded by a newer release');
        expect(describeEvent(event).lead).toBe('A fact recorded by a newer release');
        expect(sayEvent(event)).toContain(event.type);
        expect(publicSide(event)).toMatchObject({ type: 'timeline.withheld', data: {}, seq: event.seq });
        expect(readEntries([...events, event], []).at(-1)?.event.seq).toBe(event.seq);
      }),
    );
  });

  it('can be one of the prototype, and is no other', () => {
    for (const type of ['constructor', '__proto__', 'incident.constructor']) {
      const event = recordedAs(type, {});
      expect(describeEvent(event).lead).toBe('A fact recorded by a newer release');
      expect(evolve(state, event).incident).toBe(state.incident);
    }
  });
});
