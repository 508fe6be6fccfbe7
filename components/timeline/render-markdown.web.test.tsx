import { render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { isTangled } from './is-tangled';
import { looksLikeMarkdown } from './looks-like-markdown';
import { renderMarkdown } from './render-markdown';

afterEach(() => {
  document.body.innerHTML = '';
});

const show = (text: string) => render(<div>{renderMarkdown(text)}</div>).container;

describe('[A4] what people typed', () => {
  it.each([
    '<img src=x onerror=alert(1)> **b**',
    '**b** <script>alert(1)</script>',
    '- <svg/onload=alert(1)>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>\n\n**b**',
    '<a href="javascript:alert(1)">x</a> *b*',
    '<style>*{display:none}</style>\n\n# b',
    '<details open ontoggle=alert(1)>**b**',
  ])('%j keeps its markup as text', (text) => {
    const shown = show(text);
    expect(shown.querySelector('img, script, svg, iframe, style, details, a, input, form')).toBeNull();
    expect(shown.textContent).toContain('<');
    expect(shown.innerHTML).not.toMatch(/<[^>]+\son\w+=/i);
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java&#115;cript:alert(1))',
    '[x](data:text/html,<script>alert(1)</script>)',
    '[x](vbscript:msgbox)',
    '![x](javascript:alert(1))',
    '<javascript:alert(1)>',
    '[x][1]\n\n[1]: javascript:alert(1)',
  ])('%j leads nowhere', (text) => {
    const shown = show(text);
    expect(shown.querySelector('a[href]')).toBeNull();
  });

  it('has links that tell nobody where one came from, and pictures that are not fetched', () => {
    const shown = show('[docs](https://example.com/a) ![graph](https://tracker.example/p.png) www.example.org');
    const links = [...shown.querySelectorAll('a')];
    expect(links.map(({ href, textContent }) => [href, textContent])).toEqual([
      ['https://example.com/a', 'docs'],
      ['https://tracker.example/p.png', 'graph'],
      ['http://www.example.org/', 'www.example.org'],
    ]);
    for (const link of links) expect([link.rel, link.target]).toEqual(['noreferrer', '_blank']);
    expect(shown.querySelector('img')).toBeNull();
  });

  it('has no class, id, style or heading of its own', () => {
    const shown = show('# Big\n\n- [x] done\n\n`code`\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\nText[^1]\n\n[^1]: foot');
    expect(shown.querySelector('h1, h2, input, [id], [style]')).toBeNull();
    expect(shown.querySelectorAll('table, code, li').length).toBeGreaterThan(2);
  });
});

describe('[A18] a text that would take a parser long', () => {
  const nested = [
    '['.repeat(10_000),
    `${'['.repeat(5_000)}x${']'.repeat(5_000)}`,
    '![['.repeat(3_000),
    '*a _b '.repeat(3_000),
    '**'.repeat(9_000),
    '> '.repeat(9_000),
    `${'- '.repeat(9_000)}x`,
    '1. '.repeat(6_000),
    '`'.repeat(19_999),
    '<'.repeat(20_000),
    '&lt;'.repeat(5_000),
    '~~a'.repeat(5_000),
    '|a'.repeat(9_000),
    '[a]('.repeat(4_000),
  ];

  it.each(nested.map((text) => [`${text.slice(0, 8)}…`, text]))('%s is shown as it was typed', (_, text) => {
    expect(isTangled(text)).toBe(true);
    expect(renderMarkdown(text)).toBeNull();
  });

  it.each([
    ['lines of stars', '*a _b `c\n'.repeat(300)],
    ['a long log', 'ERROR [api] request_id=1 path=/v1/tracks status=500\n'.repeat(380)],
    ['one long line', 'a'.repeat(20_000)],
    ['deep indentation', Array.from({ length: 60 }, (_, depth) => `${'  '.repeat(depth)}- x`).join('\n')],
    ['quotes in lists', '> - > - > - x\n'.repeat(200)],
  ])('%s ends, as elements or as text', (_, text) => {
    expect(() => renderMarkdown(text)).not.toThrow();
  });
});

describe('a text is Markdown', () => {
  it.each([
    '**bold**',
    '- one\n- two',
    '1. one',
    '> said',
    '`code`',
    '[a](https://x.io)',
    'see https://x.io',
    '# Title',
  ])('when it is %j', (text) => expect(looksLikeMarkdown(text)).toBe(true));

  it.each(['Two drives offline on node 2.', 'a <b>bold</b> claim', '5 * 3 - 2', '/var/log full', 'C#'])(
    'not when it is %j',
    (text) => expect(looksLikeMarkdown(text)).toBe(false),
  );
});
