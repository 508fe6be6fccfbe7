/** A command whose output is saved before anything is touched. */
export interface EvidenceRecipe {
  id: string;
  title: string;
  /** To be copied as it stands. */
  command: string;
  /** The name the command gives its file, with the shell's own pattern for the time. */
  fileName: string;
  hint?: string | undefined;
}

export interface EvidenceGuide {
  /** Where the files go in the end: `s3://…/<date>/`. */
  keepAt: string;
  recipes: EvidenceRecipe[];
}
