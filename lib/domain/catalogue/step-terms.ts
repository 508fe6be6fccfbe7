/** A question that a step asks; other steps belong to one of its answers. */
export interface StepQuestion {
  /** Named by conditions: `drives is 1 or 2`. The same question in another checklist has the same id and one answer. */
  id: string;
  answers: string[];
}

/** What the catalogue says of a step beside its words. Kept in records as written, so that old records read the same. */
export interface StepTerms {
  /** Locked until the evidence it needs exists. */
  gate?: 'mitigation' | undefined;
  /** Ids of evidence recipes. */
  needs?: string[] | undefined;
  /** When it is needed (step-condition.ts); always, when absent. */
  when?: string | undefined;
  question?: StepQuestion | undefined;
  /** The command that does it (step-act.ts): `incident.raise_severity SEV-1`. */
  does?: string | undefined;
  /** What has to happen for it to be done (step-act.ts): `evidence api-log`. */
  doneBy?: string | undefined;
}
