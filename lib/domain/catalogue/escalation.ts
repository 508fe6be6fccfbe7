/** Somebody to call or a channel to write to. */
export interface Contact {
  id: string;
  label: string;
  kind: 'person' | 'channel';
  purpose: string;
}

export interface Escalation {
  /** What happens when nobody knows what it is. */
  unclassified: {
    afterMinutes: number;
    severity: string;
    /** Id of the contact who is asked to join. */
    invite: string;
    /** Id of the contact where it is announced. */
    announceIn: string;
    advice: string;
  };
  contacts: Contact[];
}
