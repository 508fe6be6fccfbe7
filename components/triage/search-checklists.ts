import MiniSearch from 'minisearch';

/** A checklist that can be opened: one of the catalogue's own, a runbook, or a part of one. */
export interface OpenableList {
  id: string;
  title: string;
}

const forgiven = (term: string) => (term.length > 3 ? 0.4 : false);

/** Builds an index over the names; the answer finds them best first, and forgives two typing errors in five letters. */
export function searchChecklists(lists: readonly OpenableList[]): (query: string) => OpenableList[] {
  const index = new MiniSearch<OpenableList>({
    fields: ['title', 'id'],
    searchOptions: { prefix: true, fuzzy: forgiven, boost: { title: 2 }, combineWith: 'AND' },
  });
  index.addAll([...lists]);
  return (query) => index.search(query).flatMap(({ id }) => lists.find((list) => list.id === id) ?? []);
}
