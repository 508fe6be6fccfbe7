import 'client-only';
import type { RecordedEvent } from '@/lib/domain/contents';

/** How the server answered a command, as far as a queue needs to know. */
export type Answer =
  | { kind: 'done'; number: string; events: RecordedEvent[] }
  | { kind: 'refused'; words: string }
  | { kind: 'signed_out' }
  /** No answer, or one that says to try again: nothing is known of what happened. */
  | { kind: 'unknown'; isServerBug: boolean };

const timeoutMs = 10_000;

interface Body {
  outcome?: string;
  number?: string;
  events?: RecordedEvent[];
  detail?: string;
  title?: string;
  errors?: string[];
}

/** Sends one command; never throws. The same command may be sent again with the same id. */
export async function postCommand(command: {
  commandId: string;
  type: string;
  input: Record<string, unknown>;
  occurredAt?: string;
}): Promise<Answer> {
  try {
    const response = await fetch('/api/v1/commands', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(command),
      signal: AbortSignal.timeout(timeoutMs),
    });
    return read(response.status, (await response.json()) as Body);
  } catch {
    return { kind: 'unknown', isServerBug: false };
  }
}

function read(status: number, body: Body): Answer {
  if (status === 200) {
    // Not every 200 is ours: a network's sign-in page must not count as an acknowledgement.
    const isOurs = body.outcome === 'applied' || body.outcome === 'noop';
    return isOurs
      ? { kind: 'done', number: body.number ?? '', events: body.events ?? [] }
      : { kind: 'unknown', isServerBug: false };
  }
  if (status === 401) return { kind: 'signed_out' };
  if (status >= 500 || status === 429) return { kind: 'unknown', isServerBug: status === 500 };
  return { kind: 'refused', words: body.detail ?? [body.title, ...(body.errors ?? [])].filter(Boolean).join(': ') };
}
