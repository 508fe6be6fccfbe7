import MiniSearch from 'minisearch';
import type { LibraryEntry } from './library-entry';

// Two swapped letters are two errors to the index, and the commonest slip at 03:00.
const forgiven = (term: string) => (term.length > 3 ? 0.4 : false);

/** Builds an index over the library; the answer finds entries, best first, and forgives two typing errors in five letters. */
export function searchRunbooks(entries: readonly LibraryEntry[]): (query: string) => LibraryEntry[] {
  const index = new MiniSearch<LibraryEntry>({
    fields: ['title', 'summary', 'words', 'id'],
    searchOptions: { prefix: true, fuzzy: forgiven, boost: { title: 3, id: 2 }, combineWith: 'AND' },
  });
  index.addAll([...entries]);
  return (query) => index.search(query).flatMap(({ id }) => entries.find((entry) => entry.id === id) ?? []);
}
