import type { CatalogueContent } from '@/lib/domain/catalogue/catalogue-content';
import { listChecklists } from '@/lib/domain/catalogue/list-checklists';

/** The part of an incident's catalogue version that its page needs. */
export type RecordCatalogue = Pick<
  CatalogueContent,
  'severities' | 'calendar' | 'failureClasses' | 'escalation' | 'evidence'
> & {
  /** Every checklist that can be opened, by name. */
  library: { id: string; title: string }[];
  /** Of the matrix as it is now, not of the version that it was declared under. */
  services: { id: string; name: string }[];
};

/** What the page is sent: names of checklists rather than all their steps. */
export function toRecordCatalogue(
  content: CatalogueContent,
  live: readonly { id: string; name: string }[],
): RecordCatalogue {
  const { severities, calendar, failureClasses, escalation, evidence } = content;
  return {
    ...{ severities, calendar, failureClasses, escalation, evidence, library: listChecklists(content) },
    services: live.map(({ id, name }) => ({ id, name })),
  };
}
