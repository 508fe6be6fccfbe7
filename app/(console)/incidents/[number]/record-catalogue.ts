import type { CatalogueContent } from '@/lib/domain/catalogue/catalogue-content';

/** The part of an incident's catalogue version that its page needs. */
export type RecordCatalogue = Pick<CatalogueContent, 'severities' | 'calendar' | 'failureClasses' | 'escalation'> & {
  /** Every checklist that can be opened, by name. */
  library: { id: string; title: string }[];
};

/** What the page is sent: names of checklists rather than all their steps. */
export function toRecordCatalogue(content: CatalogueContent): RecordCatalogue {
  const { severities, calendar, failureClasses, escalation, runbookChecklists } = content;
  const library = runbookChecklists.flatMap(({ id, title, items }) => {
    const parts = new Map(items.flatMap(({ heading }) => (heading ? [[heading.id, heading.title]] : [])));
    const named = [...parts].map(([part, words]) => ({ id: `${id}.${part}`, title: `${title}: ${words}` }));
    return [{ id, title }, ...(named.length > 1 ? named : [])];
  });
  return { severities, calendar, failureClasses, escalation, library };
}
