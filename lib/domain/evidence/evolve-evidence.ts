import type { Recorded } from '../kernel/event';
import type { EvidenceEvent } from './events';
import { custodyKey, type EvidenceState } from './evidence';

/** Folds one event into what was saved and who had it in hand. */
export function evolveEvidence(state: EvidenceState, event: Recorded<EvidenceEvent>): EvidenceState {
  const { occurredAt: at, actor: by } = event;
  switch (event.type) {
    case 'evidence.captured':
      return { ...state, items: [...state.items, { ...event.data, at, by, secrets: null }] };
    case 'evidence.scanned': {
      const { evidenceId, secrets } = event.data;
      return {
        ...state,
        items: state.items.map((item) => (item.evidenceId === evidenceId ? { ...item, secrets } : item)),
      };
    }
    case 'evidence.accepted':
      return {
        ...state,
        items: state.items.map((item) =>
          item.evidenceId === event.data.evidenceId ? { ...item, accepted: { by, at } } : item,
        ),
      };
    case 'evidence.unanswered': {
      const { recipe, source, evidenceId } = event.data;
      const fact = { title: recipe.title, source, evidenceId, by, at };
      return { ...state, unanswered: { ...state.unanswered, [recipe.id]: fact } };
    }
    case 'evidence.viewed':
      return { ...state, viewed: { ...state.viewed, [custodyKey(event.data.evidenceId, by.id)]: at } };
    case 'evidence.unmasked':
      return { ...state, unmasked: { ...state.unmasked, [custodyKey(event.data.evidenceId, by.id)]: at } };
    case 'evidence.waived': {
      const { recipes, reason } = event.data;
      const waivers = recipes.map(({ id, title }) => [id, { title, by, at, reason }] as const);
      return { ...state, waived: { ...state.waived, ...Object.fromEntries(waivers) } };
    }
    case 'evidence.downloaded':
    case 'evidence.exported':
      return state;
  }
}
