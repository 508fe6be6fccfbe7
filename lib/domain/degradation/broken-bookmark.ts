/** A bookmark that did not answer when it was last asked. */
export interface BrokenBookmark {
  id: string;
  /** As people call it. */
  name: string;
  url: string;
  /** Why, in our own words: "connection refused". */
  detail: string;
  /** Since when it has been so, ISO UTC. */
  since: string;
}
