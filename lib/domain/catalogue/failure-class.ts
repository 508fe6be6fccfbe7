/** A row of the symptom table: what one sees, what it usually is, what to open. */
export interface FailureClass {
  id: string;
  symptom: string;
  cause: string;
  /** Ids of runbooks, the likeliest first. */
  runbooks: string[];
  /** Rows of the live matrix that suggest this class. */
  signals: { service: string; status: 'degraded' | 'down' }[];
  note?: string | undefined;
}
