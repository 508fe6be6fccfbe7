import { describe, expect, it } from 'vitest';
import { type Follower, Hub } from './hub';
import { sseMessage } from './sse-message';

/** A hub of its own, with one follower for each list of topics; what they were sent, as text. */
function aHubWith(...topics: string[][]) {
  const hub = new Hub();
  const heard = topics.map((own) => {
    const sent: string[] = [];
    const send: Follower['send'] = (bytes) => void sent.push(Buffer.from(bytes).toString());
    hub.join({
      topics: new Set(own),
      signInId: 'somebody',
      personId: 'p',
      name: 'P',
      role: 'viewer',
      send,
      close: () => {},
    });
    return sent;
  });
  return { hub, heard };
}

const message = (topic: string) => ({ topic, bytes: sseMessage(topic, {}) });
const text = (topic: string) => `event: ${topic}\ndata: {}\n\n`;

describe('messages that belong together', () => {
  it('come in order and in one piece to whoever follows all, and nobody gets what they do not follow', () => {
    const { hub, heard } = aHubWith(['a', 'b', 'c'], ['b'], ['a'], ['c']);
    hub.publishTogether([message('a'), message('b')]);
    expect(heard).toEqual([[text('a') + text('b')], [text('b')], [text('a')], []]);
  });

  it('may be one, or none', () => {
    const { hub, heard } = aHubWith(['a'], ['b']);
    hub.publishTogether([message('a')]);
    hub.publishTogether([]);
    expect(heard).toEqual([[text('a')], []]);
  });
});
