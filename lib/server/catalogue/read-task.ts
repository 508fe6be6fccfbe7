import 'server-only';
import type { RunbookHeading, RunbookItem } from '@/lib/domain/catalogue/runbook';
import { slug } from '@/lib/domain/catalogue/slug';
import { readStep } from '@/lib/domain/catalogue/step-mark';
import { type MarkdownNode, plainText } from './parse-markdown';

const mostTitle = 200;

/** A step, or what was expected of it; `mark` is where its mark stands in the text, from offset to offset. */
export type ReadTask = { mark?: [number, number]; markedNode?: MarkdownNode } & (
  | { ok: true; item: RunbookItem }
  | { ok: false; expected: string }
);

/** Reads one entry of a task list, `- [ ] Words {gate: mitigation, needs: [api-log]}`, under its heading. */
export function readTask(
  node: Extract<MarkdownNode, { type: 'listItem' }>,
  text: string,
  heading: RunbookHeading | undefined,
): ReadTask {
  const [words] = node.children;
  if (words?.type !== 'paragraph') return { ok: false, expected: 'words after - [ ]' };
  if (node.checked) return { ok: false, expected: 'a step that nobody has ticked yet: - [ ]' };
  const last = words.children.at(-1);
  const ending = last?.type === 'text' ? last.value : '';
  const step = readStep(ending);
  const markedNode = last?.type === 'text' ? { markedNode: last } : {};
  if (!step.ok) return { ok: false, expected: step.expected, ...markedNode };
  const before = last?.type === 'text' ? words.children.slice(0, -1) : words.children;
  const title = plainText(...before, { type: 'text', value: step.title });
  if (title.length === 0 || title.length > mostTitle) {
    return { ok: false, expected: `a step of 1 to ${mostTitle} characters`, ...markedNode };
  }
  const { mark } = step;
  const item: RunbookItem = {
    id: [slug(heading?.title ?? '', 24), slug(title, 44) || 'step'].filter(Boolean).join('-'),
    title,
    ...(heading ? { heading: heading.id } : {}),
    ...webLinks(words.children),
    ...mark,
  };
  return { ok: true, item, ...markedNode, ...(mark ? { mark: placeOfMark(last, text) } : {}) };
}

/** Web pages; other runbooks are opened by a command of the step, or read. */
function webLinks(words: readonly MarkdownNode[]): Pick<RunbookItem, 'links'> {
  const links = words.flatMap((node) =>
    node.type === 'link' && /^https?:/.test(node.url) ? [{ label: plainText(node), url: node.url }] : [],
  );
  return links.length > 0 ? { links } : {};
}

/** From the blanks before the brace to the end of the words. */
function placeOfMark(last: MarkdownNode | undefined, text: string): [number, number] {
  const end = last?.position?.end.offset ?? text.length;
  const brace = text.lastIndexOf('{', end);
  const blanks = /\s*$/.exec(text.slice(0, brace))?.[0].length ?? 0;
  return [brace - blanks, end];
}
