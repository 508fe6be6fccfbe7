import type { CatalogueContent } from './catalogue-content';

/** What can be opened on an incident, by the ids that `findChecklist` knows: checklists, runbooks, and parts of runbooks. */
export function listChecklists({
  checklists,
  runbookChecklists,
}: Pick<CatalogueContent, 'checklists' | 'runbookChecklists'>): { id: string; title: string }[] {
  const whole = [...checklists, ...runbookChecklists].map(({ id, title }) => ({ id, title }));
  const parts = runbookChecklists.flatMap(({ id, title, items }) => {
    const headings = new Map(items.flatMap(({ heading }) => (heading ? [[heading.id, heading.title]] : [])));
    const named = [...headings].map(([part, words]) => ({ id: `${id}.${part}`, title: `${title}: ${words}` }));
    return named.length > 1 ? named : [];
  });
  return [...whole, ...parts];
}
