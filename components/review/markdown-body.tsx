import { defaultSchema, sanitize } from 'hast-util-sanitize';
import { type Components, toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';

const { protocols, tagNames } = defaultSchema;
// No pictures: a picture of somebody else's server would tell it who reads.
const allowed = {
  ...defaultSchema,
  tagNames: tagNames?.filter((name) => name !== 'img') ?? [],
  protocols: { ...protocols, href: ['http', 'https', 'mailto'] },
};

const components: Components = {
  // The page has a first heading already.
  h1: ({ children }) => <h2>{children}</h2>,
  h2: ({ children }) => <h3>{children}</h3>,
  h3: ({ children }) => <h4>{children}</h4>,
  a: ({ href, children }) => (
    <a href={href} {...(href?.startsWith('#') ? {} : { target: '_blank', rel: 'noreferrer' })}>
      {children}
    </a>
  ),
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, also by keyboard
    <section tabIndex={0} aria-label="Table" className="overflow-x-auto">
      <table>{children}</table>
    </section>
  ),
  input: ({ checked }) => <span>{checked ? '☑' : '☐'}</span>,
};

/** Markdown that people typed, as elements: raw HTML left out, what is left sanitised. Heavy: load it late in browsers. */
export function MarkdownBody({ text }: { text: string }) {
  const markdown = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const tree = sanitize(toHast(markdown), allowed);
  return <div className="written">{toJsxRuntime(tree, { Fragment, jsx, jsxs, components })}</div>;
}
