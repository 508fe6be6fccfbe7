import { describe, expect, it } from 'vitest';
import { findTemplateMistakes } from './check-template';
import { renderTemplate } from './template-engine';

const mistakes = (text: string, mayTellInternals = false) =>
  findTemplateMistakes(text, mayTellInternals).map(({ line, expected }) => `${line}: ${expected}`);

describe('[M3] a template is refused before it can fail', () => {
  it.each([
    ['a variable that nobody knows', 'One\n{{ headlin }}', /^2: one of platform, .*; “headlin” is not known$/],
    ['a part of what has none', '{{ impact.text }}', /^1: impact by itself, not impact\.text$/],
    ['a filter that nobody knows', '\n\n{{ impact | shout }}', /^3: a readable template: undefined filter: shout$/],
    ['a file', '{% include "../.env" %}', /^1: a readable template: tag "include" not found$/],
    ['another template', '{% render "x" %}', /^1: a readable template: tag "render" not found$/],
    ['a tag that is never closed', 'One\n{% if works %}Two', /^2: a readable template: tag .* not closed$/],
    ['what stands open', 'One\n{{ works', /^2: a readable template: output .* not closed$/],
  ])('%s', (_, text, expected) => {
    expect(mistakes(text)).toEqual([expect.stringMatching(expected)]);
  });

  it('internal facts are for those who work here', () => {
    expect(mistakes('{{ headline }}\n{{ commander }}')).toEqual([
      expect.stringMatching(/^2: one of platform, .*; “commander” is not for the public$/),
    ]);
    expect(mistakes('{{ commander }}', true)).toEqual([]);
  });

  it('what is sound stays so', () => {
    expect(mistakes('{% for one in trouble %}{{ one }}{{ forloop.index }}{% endfor %}{{ trouble.size }}')).toEqual([]);
    expect(mistakes('{% assign first = trouble[0] %}{{ first }}')).toEqual([]);
  });
});

describe('what a template can do', () => {
  it('[M2] a variable is text, whatever it looks like', () => {
    expect(renderTemplate('{{ doing }}', { doing: '{{ secret }} {% if %}' })).toBe('{{ secret }} {% if %}');
  });

  it('reads nothing but what it is given', () => {
    expect(() => renderTemplate('{{ constructor }}', {})).toThrow(/undefined variable/);
    expect(() => renderTemplate('{{ impact.constructor }}', { impact: [] })).toThrow(/undefined variable/);
  });

  it('leaves no blank lines where a part was left out', () => {
    expect(renderTemplate('One\n\n{% if works %}Two{% endif %}\n\nThree \n', { works: null })).toBe('One\n\nThree');
  });
});
