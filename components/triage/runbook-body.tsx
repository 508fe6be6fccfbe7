import { defaultSchema, sanitize } from 'hast-util-sanitize';
import { type Components, toJsxRuntime } from 'hast-util-to-jsx-runtime';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import type { Runbook } from '@/lib/domain/catalogue/runbook';
import { runbookParts } from './runbook-parts';

// Raw HTML is refused when the catalogue is loaded; what is left is cleaned all the same.
const allowed = {
  ...defaultSchema,
  clobberPrefix: '',
  protocols: { ...defaultSchema.protocols, href: ['http', 'https', 'mailto'] },
};

/** A runbook's Markdown as elements: sanitised, with anchors at its headings and a copy button at its commands. */
export function RunbookBody({ runbook }: { runbook: Runbook }) {
  const markdown = fromMarkdown(runbook.body, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
  const tree = sanitize(toHast(markdown), allowed);
  const components: Components = runbookParts(runbook);
  return <div className="runbook">{toJsxRuntime(tree, { Fragment, jsx, jsxs, components })}</div>;
}
