import { describe, expect, it } from 'vitest';
import { citation, markHash, readMark } from './line-mark';

describe('links to lines', () => {
  it('are read and written alike, either end first', () => {
    expect(
      ['#L120', '#L120-L130', '#L130-L120', '#L7-9'].map((hash) => markHash(readMark(hash) ?? { from: 0, to: 0 })),
    ).toEqual(['#L120', '#L120-L130', '#L120-L130', '#L7-L9']);
    expect(['', '#e42', '#L0', '#L', '#Lx', `#L${'9'.repeat(20)}`].map(readMark)).toEqual(Array(6).fill(null));
  });

  it('are cited in Markdown, whatever the file is called', () => {
    expect(citation('api.log', '/incidents/INC-1/evidence/x', { from: 3, to: 5 })).toBe(
      '[api.log:3-5](/incidents/INC-1/evidence/x#L3-L5)',
    );
    expect(citation('a](javascript:alert(1))[b', '/x', { from: 1, to: 1 })).toBe(
      '[a\\]\\(javascript:alert\\(1\\)\\)\\[b:1](/x#L1)',
    );
  });
});
