import type { Components } from 'hast-util-to-jsx-runtime';
import { Children, isValidElement, type ReactNode } from 'react';
import type { Runbook } from '@/lib/domain/catalogue/runbook';
import { PlaceLink } from '../ui/place-link';
import { CommandBlock } from './command-block';
import { RunbookStep } from './runbook-step';

/** How each kind of element of a runbook is shown. Headings and steps come in the order in which the catalogue lists them. */
export function runbookParts({ headings, items }: Runbook): Components {
  let heading = 0;
  let step = 0;
  let table = 0;
  const anchored = (children: ReactNode) => {
    const id = headings[heading]?.id;
    heading += 1;
    return { id, children: <a href={`#${id}`}>{children}</a> };
  };
  return {
    // The page has the title as its first heading already, so the text's own start one deeper.
    h1: ({ children }) => <h2 {...anchored(children)} />,
    h2: ({ children }) => <h2 {...anchored(children)} />,
    h3: ({ children }) => <h3 {...anchored(children)} />,
    h4: ({ children }) => <h4 {...anchored(children)} />,
    a: ({ href, children }) => <RunbookLink href={href ?? ''}>{children}</RunbookLink>,
    pre: ({ children }) => <CommandBlock command={textOf(children)} />,
    table: ({ children }) => {
      table += 1;
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, also by keyboard
        <section tabIndex={0} aria-label={`Table ${table}`} className="overflow-x-auto">
          <table>{children}</table>
        </section>
      );
    },
    input: () => null,
    li: ({ className, children }) => {
      if (className !== 'task-list-item') return <li>{children}</li>;
      const item = items[step];
      step += 1;
      return <RunbookStep item={item}>{children}</RunbookStep>;
    },
  };
}

function RunbookLink({ href, children }: { href: string; children: ReactNode }) {
  if (/^(https?:|mailto:)/.test(href)) {
    return (
      <a href={href} target="_blank" rel="noreferrer">
        {children}
      </a>
    );
  }
  if (href.startsWith('#')) return <a href={href}>{children}</a>;
  return <PlaceLink href={`/runbooks/${href.replace(/^\.\//, '').replace(/\.md(?=#|$)/, '')}`}>{children}</PlaceLink>;
}

function textOf(node: ReactNode): string {
  return Children.toArray(node)
    .map((child) => {
      if (typeof child === 'string' || typeof child === 'number') return String(child);
      return isValidElement<{ children?: ReactNode }>(child) ? textOf(child.props.children) : '';
    })
    .join('');
}
