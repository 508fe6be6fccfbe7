import 'server-only';
import type * as z from 'zod/mini';
import { mistakeLine } from './mistake-line';
import { type ParsedYaml, parseYaml } from './parse-yaml';

const frontMatter = /^---\n([\s\S]*?\n)---\n/;

/** A file of two parts: keys with values between two lines of ---, and text below. */
export interface FrontMattered<T> extends ParsedYaml<T> {
  body: string;
  /** How many lines stand before the body. */
  below: number;
}

/** Takes the file apart; each mistake names file and line. */
export function readFrontMatter<T>(name: string, text: string, schema: z.ZodMiniType<T>): FrontMattered<T> {
  const [whole, head = ''] = frontMatter.exec(text) ?? [];
  if (whole === undefined) {
    const mistakes = [mistakeLine(name, 1, [], 'front matter between two lines of ---')];
    return { value: null, mistakes, lineOf: () => 1, body: '', below: 0 };
  }
  const below = whole.split('\n').length - 1;
  return { ...parseYaml(name, head, schema, 2), body: text.slice(whole.length), below };
}
