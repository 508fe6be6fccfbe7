/** What the fold keeps of the timeline; the entries themselves are the log. */
export interface TimelineState {
  /** `seq` of pinned entries, in the order they were pinned. */
  pins: number[];
  /** The last facts in plain words, newest last; for whoever takes over. */
  recent: { seq: number; at: string; words: string }[];
}
