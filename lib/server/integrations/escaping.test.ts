import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMailAddress } from '@/lib/domain/comms/mail-address';
import { componentStates } from './component-states';
import { markdownText } from './markdown-text';
import { slackText } from './slack/slack-text';

describe('[M4] words arrive as they were typed', () => {
  it('plain sentences are left as they are', () => {
    const plain = "Uploads fail since 03:10 UTC (04:10 in Paris); it's 50 % of them. Next update by 03:40 UTC.";
    expect(markdownText(plain)).toBe(plain);
    expect(slackText(plain)).toBe(plain);
  });

  it('Slack reads no mention, whatever is typed', () => {
    const readBack = (text: string) =>
      text.replaceAll('\u200B', '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const said = slackText(text);
        expect(said).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
        expect(readBack(said)).toBe(text.replace(/\r\n?/g, '\n').replaceAll('\u200B', ''));
      }),
    );
  });

  it.each([
    ['*bold* and snake_case', '\\*bold\\* and snake_case'],
    ['_em_', '\\_em\\_'],
    ['<b>', '&lt;b>'],
    ['AT&T &lt;', 'AT&T &amp;lt;'],
    ['# title', '\\# title'],
    ['- no list', '\\- no list'],
    ['1. no list', '1\\. no list'],
    ['[a](http://x)', '\\[a\\](http://x)'],
    ['one\ntwo\n\nthree', 'one  \ntwo\n\nthree'],
  ])('Markdown shows %j', (text, escaped) => {
    expect(markdownText(text)).toBe(escaped);
  });
});

describe('[M7] a mail address', () => {
  it.each(['a@b.fr', 'ada.lovelace+x@mail.example.org', "o'hara@example.org", 'zoë@example.org'])('is %s', (text) => {
    expect(isMailAddress(text)).toBe(true);
  });

  it.each([
    'a',
    '@b.fr',
    'a@',
    'a@b@c.fr',
    'a b@c.fr',
    'a@b.fr\r\nBcc: x@y.z',
    'a@b.fr\n',
    '"a"@b.fr',
    '<a@b.fr>',
    'a@b..fr',
    'a..b@c.fr',
    '.a@b.fr',
    'a@-b.fr',
    'a,c@b.fr',
    `${'a'.repeat(65)}@b.fr`,
    `a@${'b.'.repeat(130)}fr`,
    'a@b.fr\u0000',
    'a\u2028@b.fr',
  ])('is not %j', (text) => {
    expect(isMailAddress(text)).toBe(false);
  });
});

describe('[M4] components of a status page', () => {
  it('are a major outage only when nothing works', () => {
    const mapping = { upload: 'u', login: 'l' };
    expect([...componentStates({ upload: 'down', login: 'ok' }, mapping)]).toEqual([
      ['u', 'partial'],
      ['l', 'operational'],
    ]);
    expect([...componentStates({ upload: 'down', login: 'down', chat: 'disabled' }, mapping).values()]).toEqual([
      'major',
      'major',
    ]);
  });

  it('say nothing of what is not known, and the worse of two that share one', () => {
    expect([...componentStates({ upload: 'unknown', login: 'disabled' }, { upload: 1, login: 2 })]).toEqual([]);
    expect([...componentStates({ upload: 'ok', login: 'degraded' }, { upload: 1, login: 1 })]).toEqual([
      [1, 'degraded'],
    ]);
  });
});
