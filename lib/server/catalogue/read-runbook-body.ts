import 'server-only';
import type { RunbookHeading, RunbookItem, RunbookLink } from '@/lib/domain/catalogue/runbook';
import { slug } from '@/lib/domain/catalogue/slug';
import { hasMark } from '@/lib/domain/catalogue/step-mark';
import { type MarkdownNode, parseMarkdown, plainText, walk } from './parse-markdown';
import { readAddress } from './read-address';
import { readTask } from './read-task';

interface At<T> {
  value: T;
  /** Line of the body, from 1. */
  line: number;
}

/** Headings and steps together; nobody follows more. */
const most = 500;

/** What stands in a runbook's text, each with its line. */
export interface RunbookBody {
  /** The text without the marks of gated steps. */
  body: string;
  items: At<RunbookItem>[];
  headings: RunbookHeading[];
  links: At<RunbookLink>[];
  mistakes: At<string>[];
}

/** Reads the Markdown of runbook `id`: steps, headings and links; raw HTML and strange links are mistakes. */
export function readRunbookBody(id: string, text: string): RunbookBody {
  const found: RunbookBody = { body: text, items: [], headings: [], links: [], mistakes: [] };
  const marks: [number, number][] = [];
  const marked = new Set<MarkdownNode>();
  for (const node of walk(parseMarkdown(text))) {
    const line = node.position?.start.line ?? 1;
    const refuse = (expected: string) => found.mistakes.push({ value: expected, line });
    if (found.headings.length + found.items.length > most) {
      refuse(`at most ${most} headings and steps`);
      break;
    }
    if (node.type === 'heading') found.headings.push(headingOf(node, found.headings));
    if (node.type === 'html') refuse('Markdown without raw HTML');
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      const address = readAddress(node.url, id);
      if (address.kind === 'runbook') found.links.push({ value: address.link, line });
      if (address.kind === 'refused') refuse(`${allowedAddresses}, not “${node.url.slice(0, 60)}”`);
    }
    if (node.type === 'listItem' && typeof node.checked === 'boolean') {
      const task = readTask(node, text, found.headings.at(-1));
      if (task.ok) found.items.push({ value: withOwnId(task.item, found.items), line });
      else refuse(task.expected);
      if (task.mark) marks.push(task.mark);
      if (task.markedNode) marked.add(task.markedNode);
    }
    if (node.type === 'text' && !marked.has(node) && hasMark(node.value)) refuse(markPlace);
  }
  return { ...found, body: without(text, marks) };
}

const allowedAddresses = 'a link to a web or mail address, to another runbook as other-id.md, or to #a-heading';
const markPlace = 'the mark of a gated step at the end of a task, a line that starts with - [ ]';

function headingOf(node: Extract<MarkdownNode, { type: 'heading' }>, before: RunbookHeading[]): RunbookHeading {
  const title = plainText(node);
  const wanted = slug(title) || `part-${before.length + 1}`;
  return { id: unused(wanted, before), title, depth: node.depth };
}

function withOwnId(item: RunbookItem, before: readonly At<RunbookItem>[]): RunbookItem {
  return {
    ...item,
    id: unused(
      item.id,
      before.map(({ value }) => value),
    ),
  };
}

function unused(wanted: string, taken: readonly { id: string }[]): string {
  let id = wanted;
  for (let count = 2; taken.some((other) => other.id === id); count += 1) id = `${wanted}-${count}`;
  return id;
}

function without(text: string, ranges: readonly [number, number][]): string {
  return [...ranges].sort(([a], [b]) => b - a).reduce((rest, [from, to]) => rest.slice(0, from) + rest.slice(to), text);
}
