import type { ComponentStatus } from '../health/health';
import { type EventWords, saidSecond, say } from '../kernel/event-words';
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

const bareWords: Record<ComponentStatus, string> = {
  ok: 'ok',
  degraded: 'degraded',
  down: 'down',
  disabled: 'switched off',
  unknown: 'unknown',
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
    case 'timeline.service_changed':
    case 'timeline.sight_lost':
    case 'timeline.sight_regained':
    case 'timeline.watch_gap':
      return describeSeen(event);
    case 'timeline.withheld':
      return say('');
  }
}

type Seen = Extract<
  TimelineEvent,
  { type: 'timeline.service_changed' | 'timeline.sight_lost' | 'timeline.sight_regained' | 'timeline.watch_gap' }
>;

/** What the console saw of services. Rule L6: of what was unknown, nothing is said but that it was, and from when until when. */
function describeSeen(event: Seen): EventWords {
  switch (event.type) {
    case 'timeline.service_changed':
      return describeChange(event.data);
    case 'timeline.sight_lost': {
      const { services, lastAnswerAt, why } = event.data;
      const last = lastAnswerAt === null ? '' : `, last seen ${saidSecond(lastAnswerAt, lastAnswerAt)}`;
      return say(`Nothing is known of ${nameServices(services)}`, last, { ...(why && { detail: why }), tone: 'loud' });
    }
    case 'timeline.sight_regained': {
      const { services, unknownFrom } = event.data;
      return say(`${nameServices(services)} known again`, `, unknown from ${saidSecond(unknownFrom, unknownFrom)}`);
    }
    case 'timeline.watch_gap': {
      const { from, to, changes } = event.data;
      const rest = ` from ${saidSecond(from, to)} to ${saidSecond(to, to)}`;
      const different = changes.map((one) => `${one.name} is ${bareWords[one.to]}, was ${bareWords[one.from]}`);
      const detail =
        different.length > 0 ? `Different since, at a time that nobody saw: ${different.join('; ')}.` : null;
      return say('The console did not watch the platform', rest, { ...(detail && { detail }), tone: 'loud' });
    }
  }
}

function describeChange(data: Extract<Seen, { type: 'timeline.service_changed' }>['data']): EventWords {
  const { name, from, to, users, instances, message } = data;
  const where = instances.length > 0 ? ` on ${instances.join(' and ')}` : '';
  const tone = to === 'ok' ? 'good' : to === 'down' ? 'loud' : 'plain';
  const detail = [users, message && `It says: ${message}`].filter(Boolean).join('\n\n');
  const word = from === 'disabled' && to === 'ok' ? 'was switched on and is ok' : statusWords[to];
  return say(`${name} ${word}`, where, { ...(detail && { detail }), tone });
}

const mostNames = 3;

/** "MinIO and RabbitMQ"; a count once that reads better. */
function nameServices(services: readonly { name: string }[]): string {
  if (services.length > mostNames) return `${services.length} services`;
  const names = services.map(({ name }) => name);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
