import 'server-only';
import type { Actor } from '@/lib/domain/access/actor';
import { readsInside } from '@/lib/domain/access/who-may';
import { sideTopic } from '../incident/record-message';
import { headOf } from './head-of';

const prefix = 'incident:';

/**
 * Rule A7: the topics this person may follow, with the private side of the list; `absent` are incidents that are not there
 * for them. Rule A11: which side of an incident they are told goes by their role, whatever was asked.
 */
export async function visibleTopics(
  { id, role }: Actor,
  asked: ReadonlySet<string>,
): Promise<{ topics: Set<string>; absent: string[] }> {
  const topics = new Set(asked);
  const absent: string[] = [];
  if (topics.has('incidents')) topics.add(`incidents:${id}`);
  const numbers = [...asked].filter((topic) => topic.startsWith(prefix)).map((topic) => topic.slice(prefix.length));
  const heads = await Promise.all(numbers.map(headOf));
  for (const [index, number] of numbers.entries()) {
    const head = heads[index];
    if (head && (head.visibleTo === null || head.visibleTo.includes(id))) {
      topics.add(sideTopic(readsInside(role) ? 'inside' : 'public', number));
      continue;
    }
    topics.delete(prefix + number);
    absent.push(number);
  }
  return { topics, absent };
}
