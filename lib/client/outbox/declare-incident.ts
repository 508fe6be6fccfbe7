import 'client-only';
import { v7 as uuidv7 } from 'uuid';
import { postCommand } from './post-command';

export interface Declaration {
  failureClass?: string;
  ticked?: { checklistId: string; itemId: string; at: string }[];
  title: string;
  severity?: string;
  services?: string[];
  impactStartedAt?: string;
  detectedAt?: string;
  isPrivate?: boolean;
  /** Ids of those who may know of it beside this person, when it is private. */
  people?: string[];
}

const place = 'console.declaring';

/**
 * Declares an incident. When no answer comes, the same declaration tried again carries the same id, so that two
 * clicks or a lost answer never make two incidents.
 */
export async function declareIncident(
  input: Declaration,
): Promise<{ ok: true; number: string } | { ok: false; words: string }> {
  const commandId = idFor(JSON.stringify(input));
  const answer = await postCommand({ commandId, type: 'incident.declare', input: { ...input } });
  switch (answer.kind) {
    case 'done':
      sessionStorage.removeItem(place);
      return { ok: true, number: answer.number };
    case 'refused':
      sessionStorage.removeItem(place);
      return { ok: false, words: answer.words };
    case 'signed_out':
      return {
        ok: false,
        words: 'You are signed out. Sign in in another tab, then declare again; your words stay here.',
      };
    case 'unknown':
      return {
        ok: false,
        words:
          'No answer from the server, so nobody knows yet whether it was declared. Try again: it will not be declared twice.',
      };
  }
}

function idFor(body: string): string {
  const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null') as { commandId: string; body: string } | null;
  const commandId = kept?.body === body ? kept.commandId : uuidv7();
  sessionStorage.setItem(place, JSON.stringify({ commandId, body }));
  return commandId;
}
