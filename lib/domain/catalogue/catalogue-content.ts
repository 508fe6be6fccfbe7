import type { Catalogue, Checklist } from './catalogue';
import type { Runbook } from './runbook';

/**
 * What an incident needs of the catalogue it was declared under, for ever. Stored as JSON: a field that is added later
 * is optional, since the rows of before lack it.
 */
export interface CatalogueContent
  extends Pick<
    Catalogue,
    | 'platform'
    | 'severities'
    | 'defaultSeverity'
    | 'calendar'
    | 'failureClasses'
    | 'noneOfThese'
    | 'checklists'
    | 'evidence'
    | 'bookmarks'
    | 'escalation'
  > {
  services: { id: string; name: string }[];
  /** The steps of each runbook that has any, under the runbook's id and title. */
  runbookChecklists: Checklist[];
}

/** Leaves out what only the matrix and the library need: rows, targets, the text of runbooks. */
export function toCatalogueContent(catalogue: Catalogue): CatalogueContent {
  const { platform, severities, defaultSeverity, calendar, failureClasses, noneOfThese } = catalogue;
  const { checklists, evidence, bookmarks, escalation } = catalogue;
  return {
    ...{ platform, severities, defaultSeverity, calendar, failureClasses, checklists, evidence, bookmarks, escalation },
    ...(noneOfThese && { noneOfThese }),
    services: catalogue.services.map(({ id, name }) => ({ id, name })),
    runbookChecklists: catalogue.runbooks.filter(({ items }) => items.length > 0).map(toChecklist),
  };
}

/** A runbook's steps as the checklist it becomes when it is opened in an incident. */
function toChecklist({ id, title, items, headings }: Runbook): Checklist {
  return {
    id,
    title,
    items: items.map(({ heading, ...item }) => {
      const part = headings.find((one) => one.id === heading);
      return { ...item, ...(part ? { heading: { id: part.id, title: part.title } } : {}) };
    }),
  };
}
