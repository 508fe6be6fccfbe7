/** A postmortem as its page and the API have it. Times are ISO UTC. */
export interface PostmortemView {
  number: string;
  title: string;
  /** Markdown: what was saved last, or else the draft. */
  text: string;
  /** True while nobody has saved a text: this one was written from the record. */
  isDraft: boolean;
  /** The version to name when saving over this text; null for the draft. */
  savedSeq: number | null;
  /** A name. */
  savedBy: string | null;
  /** Null when none is owed: not resolved yet, or not at this severity. */
  dueAt: string | null;
  /** Where the file goes; null when none is owed. */
  path: string | null;
  finishedAt: string | null;
}
