/** What the catalogue and reality disagree on. */
export type DriftKind =
  | 'unmapped_key'
  | 'silent_row'
  | 'rule_without_runbook'
  | 'rule_with_unknown_runbook'
  | 'orphan_runbook'
  | 'comment_missing'
  | 'comment_contradicts'
  | 'dead_bookmark';

export interface DriftFinding {
  kind: DriftKind;
  /** What it is about: a health key, a service's id, an alert, a runbook's id, a bookmark's id. */
  subject: string;
  /** In words, with what to do about it. */
  detail: string;
  /** File, target or address where it shows. */
  where?: string;
}

/** An alert rule as its file has it. */
export interface AlertRule {
  name: string;
  runbookUrl: string | null;
  where: string;
}

/** A FAIL-SOFT or FAIL-LOUD comment in the platform's source. */
export interface FailureComment {
  failure: 'soft' | 'loud';
  text: string;
  where: string;
}

/** How a bookmark answered when it was last asked. */
export interface BookmarkCheck {
  bookmarkId: string;
  url: string;
  isAlive: boolean;
  detail: string;
  /** ISO UTC; null for plain http or when there was no connection. */
  tlsExpiresAt: string | null;
  checkedAt: string;
  /** Since when it has been alive, or broken. ISO UTC. */
  since: string;
}

/** What reality says; a part that is null was not looked at. */
export interface Reality {
  reportedKeys: { targetName: string; key: string }[] | null;
  rules: AlertRule[] | null;
  comments: FailureComment[] | null;
  bookmarks: BookmarkCheck[] | null;
}
