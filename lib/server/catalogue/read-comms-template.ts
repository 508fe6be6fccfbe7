import 'server-only';
import { templateFileOf } from '@/lib/domain/catalogue/check-comms';
import type { CommsTemplate } from '@/lib/domain/catalogue/comms-guide';
import { commsTemplateFrontMatter } from '@/lib/domain/catalogue/schemas';
import { mistakeLine } from './mistake-line';
import { type ReadFile, refusedFile } from './read-file';
import { readFrontMatter } from './read-front-matter';
import { readTextFile } from './read-text-file';

const mostBytes = 20_000;

/** A template as its file says it; without severities it serves those of its channel. */
export type TemplateFile = Omit<CommsTemplate, 'severities'> & { severities?: string[] | undefined };

/** Reads `comms/<id>.<language>.md`: front matter by its schema, then the Liquid below it, which is not parsed yet. */
export function readCommsTemplate(folder: string, name: string): ReadFile<TemplateFile> {
  const reading = readTextFile(folder, name, mostBytes);
  if (!reading.ok) return refusedFile(name, reading.mistakes);
  const { value, mistakes, body, below, lineOf } = readFrontMatter(name, reading.text, commsTemplateFrontMatter);
  if (!value) return refusedFile(name, mistakes);
  const found = [
    ...(templateFileOf(value) === name
      ? []
      : [mistakeLine(name, lineOf(['id']), ['id'], 'id and language as the file is called, <id>.<language>.md')]),
    ...(body.trim() === '' ? [mistakeLine(name, below + 1, [], 'text below the front matter')] : []),
  ];
  return {
    ...{ name, bytes: reading.bytes, value: found.length > 0 ? null : { ...value, body }, mistakes: found },
    lineOf: (path) => (path[0] === 'body' ? below + Number(path[1] ?? 1) : lineOf(path)),
  };
}
