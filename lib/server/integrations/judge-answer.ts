import 'server-only';
import { cleanMessage } from '@/lib/domain/health/clean-message';
import type { Sending } from './receiver';
import type { Answer } from './request';

/** Too busy or not ready, by any of the codes that receivers use (420 is Statuspage's). The rest of 4xx is for good. */
const passing = new Set([408, 420, 425, 429]);

/** What an answer means for a delivery; null when it is a success and its body is worth reading. `whom` names the receiver. */
export function judgeAnswer(whom: string, answer: Answer): Exclude<Sending, { outcome: 'sent' }> | null {
  if (!answer.isAnswer) {
    const problem = `${whom}: ${answer.problem}`;
    return answer.hasLeft ? { outcome: 'unknown', problem } : { outcome: 'again', problem, isDown: true };
  }
  const { status, retryAfterMs } = answer;
  if (status >= 200 && status < 300) return null;
  const said = saidWhy(answer.body);
  const problem = `${whom} answered ${status}${said ? `: ${said}` : ''}`;
  if (passing.has(status) || status >= 500) {
    return { outcome: 'again', problem, ...(retryAfterMs !== null && { afterMs: retryAfterMs }) };
  }
  if (status < 400) return { outcome: 'refused', problem: `${whom} answered with a redirect, which is not followed` };
  return { outcome: 'refused', problem };
}

/** The reason in the words of the receiver, cut and cleaned; nothing of a page of HTML. */
function saidWhy(body: string): string {
  if (/^\s*</.test(body)) return '';
  const { error, message, errors } = readObject(body);
  const said = [error, message, errors].find((value) => value !== undefined && value !== null);
  if (said === undefined) return cleanMessage(body);
  return cleanMessage(typeof said === 'string' ? said : JSON.stringify(said));
}

/** The JSON object in a body; empty when there is none. */
export function readObject(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}
