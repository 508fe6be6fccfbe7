import type { Actor } from '@/lib/domain/access/actor';
import { toCatalogueContent } from '@/lib/domain/catalogue/catalogue-content';
import type { LookedUp, RecordContext } from '@/lib/domain/incident/record-context';
import { aCatalogue } from './a-catalogue';
import { aCommsLookup } from './a-comms-lookup';
import { aContext, anActor } from './an-actor';

/** What the server would look up: the catalogue, these people, an entry and another open incident. */
export function lookedUp(over: LookedUp = {}): LookedUp {
  return {
    catalogue: toCatalogueContent(aCatalogue()),
    people: [],
    other: {
      number: 'INC-2026-0002',
      title: 'Another one',
      status: 'investigating',
      mergedInto: null,
      visibleTo: null,
    },
    entry: { seq: 1, type: 'timeline.note_added', by: anActor('responder') },
    comms: aCommsLookup(),
    live: aCommsLookup().situation.rows,
    holders: [],
    ...over,
  };
}

/** Somebody as a command names them. */
export function named(actor: Actor, isActive = true) {
  return { ...actor, isActive };
}

/** What decide is told on the server when this actor asks at noon, or at `now`. */
export function serverContext(actor: Actor, over: LookedUp = {}, now?: string): RecordContext {
  return { ...aContext(actor, now), looked: lookedUp(over) };
}
