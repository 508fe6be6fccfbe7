/** A row of the live matrix in trouble, as a sign of a failure class. */
export interface ClassSignal {
  service: string;
  status: 'degraded' | 'down' | 'unknown';
  /** The runbook of the class that this sign calls for; absent while it calls for no certain one. */
  opens?: string | undefined;
}

/** A row of the symptom table: what one sees, what it usually is, what to open. */
export interface FailureClass {
  id: string;
  symptom: string;
  cause: string;
  /** Ids of runbooks, the likeliest first. */
  runbooks: string[];
  /** Rows of the live matrix that suggest this class. */
  signals: ClassSignal[];
  note?: string | undefined;
}
