import MiniSearch from 'minisearch';
import type { LibraryEntry } from './library-entry';

/** Builds an index over the library; the answer finds entries, best first, one typing error in five letters forgiven. */
export function searchRunbooks(entries: readonly LibraryEntry[]): (query: string) => LibraryEntry[] {
  const index = new MiniSearch<LibraryEntry>({
    fields: ['title', 'summary', 'words', 'id'],
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3, id: 2 }, combineWith: 'AND' },
  });
  index.addAll([...entries]);
  return (query) => index.search(query).flatMap(({ id }) => entries.find((entry) => entry.id === id) ?? []);
}
