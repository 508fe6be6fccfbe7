import type { ComponentStatus } from '../health/health';
import { type EventWords, say } from '../kernel/event-words';
import type { NoteKind, TimelineEvent, Withheld } from './events';

const kindWords: Record<Exclude<NoteKind, 'note'>, string> = {
  decision: 'Decision',
  finding: 'Finding',
  hypothesis: 'Hypothesis',
  action: 'Action',
};

const statusWords: Record<ComponentStatus, string> = {
  ok: 'is ok again',
  degraded: 'became degraded',
  down: 'went down',
  disabled: 'was switched off',
  unknown: 'became unknown',
};

/** Every fact that people or the console wrote to the timeline; exhaustive. */
export function describeTimeline(event: TimelineEvent | Withheld): EventWords {
  switch (event.type) {
    case 'timeline.note_added': {
      const { text, kind = 'note' } = event.data;
      if (kind === 'note') return say('', '', { detail: text });
      return say(kindWords[kind], '', { detail: text, tone: kind === 'decision' ? 'decision' : 'plain' });
    }
    case 'timeline.entry_corrected':
      return say('corrected', ` entry ${event.data.seq}`, { detail: event.data.text });
    case 'timeline.entry_annotated':
      return say('added', ` to entry ${event.data.seq}`, { detail: event.data.text });
    case 'timeline.entry_pinned':
      return say('pinned', ` entry ${event.data.seq}`);
    case 'timeline.entry_unpinned':
      return say('unpinned', ` entry ${event.data.seq}`);
    case 'timeline.service_changed': {
      const { name, to, users, instances } = event.data;
      const where = instances.length > 0 ? ` on ${instances.join(' and ')}` : '';
      const tone = to === 'ok' ? 'good' : to === 'down' ? 'loud' : 'plain';
      return say(`${name} ${statusWords[to]}`, where, { ...(users && { detail: users }), tone });
    }
    case 'timeline.withheld':
      return say('');
  }
}
