import type { Bookmark } from '../catalogue/bookmark';
import type { Service } from '../catalogue/catalogue';
import type { BrokenBookmark } from './broken-bookmark';

/** What the catalogue knows of a row beyond its line. */
export interface RowKnowledge {
  service: Service;
  /** The tools that the row names, in its order. */
  bookmarks: Bookmark[];
  /** Those of them that did not answer when they were last asked. */
  broken: BrokenBookmark[];
}
