/** A runbook as the library lists and searches it. */
export interface LibraryEntry {
  id: string;
  title: string;
  summary: string;
  /** Alerts, services, symptoms and headings, for the search. */
  words: string;
  inferred: boolean;
}
