/** A command whose output is saved before anything is touched. */
export interface EvidenceRecipe {
  id: string;
  title: string;
  /** To be copied as it stands. */
  command: string;
  /** The name the command gives its file, with the shell's own pattern for the time. */
  fileName: string;
  hint?: string | undefined;
  /** Id of the service that it asks: not required while that one is down (rule E13). */
  ifAnswers?: string | undefined;
  /** The instances that it can be run for; `name` is what the command calls each, the first as it stands. */
  perInstance?: RecipeInstance[] | undefined;
}

/** One of the instances that a command names. */
export interface RecipeInstance {
  /** Id of the target that stands for it. */
  target: string;
  /** What the command calls it: a container, a host. */
  name: string;
}

export interface EvidenceGuide {
  /** Where the files go in the end: `s3://…/<date>/`. */
  keepAt: string;
  recipes: EvidenceRecipe[];
}
