import 'server-only';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

export type MarkdownRoot = ReturnType<typeof fromMarkdown>;
/** Any node of the tree. */
export type MarkdownNode = MarkdownRoot | MarkdownRoot['children'][number];

/** GitHub-flavoured Markdown as a tree with positions. */
export function parseMarkdown(text: string): MarkdownRoot {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** Every node below and with `node`, in the order of the text. */
export function* walk(node: MarkdownNode): Generator<MarkdownNode> {
  const open: MarkdownNode[] = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    yield next;
    if (!('children' in next)) continue;
    for (const child of next.children.toReversed()) open.push(child);
  }
}

/** The words of a node without their markup, on one line. */
export function plainText(...nodes: MarkdownNode[]): string {
  const words = nodes.flatMap((node) => [...walk(node)].map((one) => ('value' in one ? one.value : '')));
  return words.join('').replace(/\s+/g, ' ').trim();
}
