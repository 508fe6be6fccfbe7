import type { Checklist } from './catalogue';
import type { CatalogueContent } from './catalogue-content';

/** A checklist that can be opened: one of the catalogue's own, a whole runbook, or the part of one as `runbook.heading`. */
export function findChecklist(
  { checklists, runbookChecklists }: Pick<CatalogueContent, 'checklists' | 'runbookChecklists'>,
  id: string,
): Checklist | null {
  const whole = [...checklists, ...runbookChecklists].find((list) => list.id === id);
  if (whole) return whole;
  const dot = id.indexOf('.');
  const runbook = runbookChecklists.find((list) => list.id === id.slice(0, dot));
  const items = runbook?.items.filter(({ heading }) => heading?.id === id.slice(dot + 1)) ?? [];
  const title = items[0]?.heading?.title;
  return title === undefined ? null : { id, title, items };
}
