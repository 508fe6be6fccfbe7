import 'server-only';
import { cleanMessage } from '@/lib/domain/health/clean-message';
import { judgeAnswer, readObject } from '../judge-answer';
import type { Sending } from '../receiver';
import { request } from '../request';

export type SlackAnswer =
  | { ok: true; channel: string; ts: string }
  | { ok: false; error: string; sending: Exclude<Sending, { outcome: 'sent' }> };

const passing = new Set(['ratelimited', 'rate_limited', 'service_unavailable', 'internal_error', 'request_timeout']);

/** By what administrators understand; all others by Slack's own word. */
const words: Record<string, string> = {
  channel_not_found: 'there is no such channel, or the app may not see it',
  not_in_channel: 'the app is not in the channel',
  is_archived: 'the channel is archived',
  invalid_auth: 'the bot token is not valid',
  token_revoked: 'the bot token was revoked',
  missing_scope: 'the app may not write (scope chat:write)',
  msg_too_long: 'the message is too long',
};

/** Calls one method of Slack's Web API, which answers 200 to almost everything. */
export async function slackCall(api: string, token: string, method: string, args: object): Promise<SlackAnswer> {
  const headers = { authorization: `Bearer ${token}` };
  const answer = await request(`${api.replace(/\/$/, '')}/${method}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(args),
  });
  const bad = judgeAnswer('Slack', answer);
  if (bad || !answer.isAnswer) return { ok: false, error: '', sending: bad ?? unreadable };
  const { ok, error, channel, ts } = readObject(answer.body);
  if (ok === true && typeof channel === 'string' && typeof ts === 'string') return { ok, channel, ts };
  if (ok !== false || typeof error !== 'string') return { ok: false, error: '', sending: unreadable };
  return { ok: false, error, sending: judgeError(error, answer.retryAfterMs) };
}

const unreadable = { outcome: 'unknown', problem: 'Slack gave an answer that cannot be read' } as const;

function judgeError(error: string, retryAfterMs: number | null): Exclude<Sending, { outcome: 'sent' }> {
  const problem = `Slack: ${words[error] ?? cleanMessage(error)}`;
  if (passing.has(error)) return { outcome: 'again', problem, ...(retryAfterMs !== null && { afterMs: retryAfterMs }) };
  // Slack says of this one that a part may have been done.
  return error === 'fatal_error' ? { outcome: 'unknown', problem } : { outcome: 'refused', problem };
}
