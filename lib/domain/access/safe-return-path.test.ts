import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeReturnPath } from './safe-return-path';

const home = 'https://console.example.org';

describe('[A6] [A16] the path to go on to after sign-in', () => {
  it.each([
    '/',
    '/incidents/INC-2026-0007',
    '/incidents?status=open&q=a%2Fb',
    '/runbooks#minio',
    '/a/b:c',
    '/?next=//evil.test',
  ])('is %s as asked', (path) => {
    expect(safeReturnPath(path)).toBe(path);
  });

  it.each([
    '//evil.test',
    '///evil.test',
    '////evil.test/x',
    '/\\evil.test',
    '\\\\evil.test',
    '/\\/evil.test',
    '/%5cevil.test/..//..//evil.test'.replace('%5c', '\\'),
    'https:evil.test',
    'https:/evil.test',
    'https://evil.test',
    'http://console.example.org@evil.test',
    '@evil.test',
    'evil.test',
    '%2f%2fevil.test',
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '/\t/evil.test',
    '/\n/evil.test',
    '\t//evil.test',
    ' //evil.test',
    '/\u0000/evil.test',
    '/..//evil.test',
    '/.//evil.test',
    '/a/..//evil.test',
    '/a/../..//evil.test',
    '/%2e//evil.test',
    '/%2e%2e//evil.test',
    '',
    '?next=/',
    '#x',
    'a',
    './a',
    '../a',
    null,
    undefined,
  ])('is home instead of %j', (path) => {
    expect(safeReturnPath(path)).toBe('/');
  });

  it('stays an escaped slash: it is a name on this site, not another site', () => {
    const path = safeReturnPath('/%2f%2fevil.test');
    expect(new URL(path, home).origin).toBe(home);
  });

  it('leads nowhere else, whatever is asked', () => {
    const parts = fc.constantFrom(
      '/',
      '\\',
      '//',
      '.',
      '..',
      '%2f',
      '%5c',
      '@',
      ':',
      '\t',
      '\n',
      ' ',
      'evil.test',
      'http:',
      '?',
      '#',
      'a',
    );
    const asked = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.array(parts, { maxLength: 10 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          asked,
          asked.map((text) => `/${text}`),
        ),
        (text) => {
          const path = safeReturnPath(text);
          expect(path.startsWith('/')).toBe(true);
          expect(new URL(path, home).origin).toBe(home);
          expect(new URL(path, `${home}/sign-in?next=x`).origin).toBe(home);
          expect(safeReturnPath(path)).toBe(path);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
