/** What can be said of a capture that is doubted, by the id of its file. */
export interface FileActions {
  /** Rule E11: takes it as evidence all the same. */
  accept: (evidenceId: string) => void;
  /** Rule E12: records that its source does not answer. */
  recordNoAnswer: (evidenceId: string) => void;
}
