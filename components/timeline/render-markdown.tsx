import { defaultSchema, sanitize } from 'hast-util-sanitize';
import { type Components, toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { type Options, toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import type { ReactNode } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { isTangled } from './is-tangled';

type Handlers = NonNullable<Options['handlers']>;

const asLink = (url: string, words: string) => ({
  ...{ type: 'element' as const, tagName: 'a', properties: { href: url } },
  children: [{ type: 'text' as const, value: words }],
});

// Markup stays what it is in the log: text. A picture would be fetched from somewhere else, so it becomes a link.
const handlers: Handlers = {
  html: (_, node: { value: string }) => ({ type: 'text', value: node.value }),
  image: (_, { url, alt }: { url: string; alt?: string | null }) => asLink(url, alt || url),
  imageReference: (_, { alt, identifier }: { alt?: string | null; identifier: string }) => ({
    type: 'text',
    value: alt || identifier,
  }),
};

const allowed = {
  ...defaultSchema,
  tagNames: [
    ...['p', 'br', 'hr', 'em', 'strong', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'a'],
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: { a: ['href'], ol: ['start'], th: ['align'], td: ['align'] },
  protocols: { href: ['http', 'https', 'mailto'] },
};

// A heading inside an entry is no heading of the page.
const heading = ({ children }: { children?: ReactNode }) => <p className="font-semibold">{children}</p>;

const components: Components = {
  ...{ h1: heading, h2: heading, h3: heading, h4: heading, h5: heading, h6: heading },
  a: ({ href, children }) =>
    href ? (
      <a href={href} target="_blank" rel="noreferrer" className="text-accent underline">
        {children}
      </a>
    ) : (
      <span>{children}</span>
    ),
};

/** The text as elements, or null when it is better shown as it was typed. Never throws. */
export function renderMarkdown(text: string): ReactNode {
  if (isTangled(text)) return null;
  try {
    const markdown = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    const tree = sanitize(toHast(markdown, { handlers }), allowed);
    return toJsxRuntime(tree, { Fragment, jsx, jsxs, components });
  } catch {
    return null;
  }
}
