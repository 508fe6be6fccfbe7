import 'server-only';
import { cleanMessage } from '@/lib/domain/health/clean-message';
import { describeFailure } from '../../health/describe-failure';
import type { Sending } from '../receiver';

/** What the mail library puts on its errors, as far as it matters here. */
interface MailFailure {
  command?: string;
  code?: string;
  originalCode?: string;
  response?: string;
  responseCode?: number;
  permanent?: boolean;
  timeoutType?: string;
  syscall?: string;
}

const beforeTheMail = new Set(['EDNS', 'EREQUIRETLS', 'EPROXY']);
const beforeAnything = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);
/** By which TLS says that a certificate will not do. */
const noTrust = /CERT|UNABLE_TO_|^EPROTO$|SSL|TLS/;
const early = new Set(['CONNECT_TIMEOUT', 'GREETING_TIMEOUT', 'UPGRADE_TIMEOUT']);

/**
 * What a failed mail means. A broken connection or a silence leaves it unknown whether the server took the mail, unless the
 * connection never came about. A wrong password is ours to mend and nobody's mail to lose: it is tried again.
 */
export function judgeMailFailure(error: unknown): Exclude<Sending, { outcome: 'sent' }> {
  const failure = (error instanceof Error ? error : {}) as MailFailure;
  const { code = '', originalCode = '', responseCode, timeoutType = '' } = failure;
  if (code === 'EAUTH' || code === 'ENOAUTH') return down(`the mail server refuses our sign-in${said(failure)}`);
  if (code === 'ETLS' || noTrust.test(originalCode))
    return down(`no encrypted connection to the mail server${said(failure)}`);
  if (responseCode) {
    const problem = `the mail server answered${said(failure) || ` ${responseCode}`}`;
    return failure.permanent ? { outcome: 'refused', problem, isGone: isGone(failure) } : { outcome: 'again', problem };
  }
  const neverBegan = beforeTheMail.has(code) || beforeAnything.has(originalCode) || early.has(timeoutType);
  if (neverBegan || failure.syscall === 'connect')
    return down(`the mail server: ${describeFailure(coded(originalCode || code))}`);
  if (code === 'ETIMEDOUT') return { outcome: 'unknown', problem: 'the mail server fell silent' };
  return { outcome: 'unknown', problem: 'the connection to the mail server broke' };
}

/** No such mailbox; 5.7 is a rule against this mail, not against the address. */
function isGone({ command, response = '' }: MailFailure): boolean {
  return command === 'RCPT TO' && /^55[013]/.test(response) && !/\b5\.7\./.test(response);
}

function down(problem: string): Exclude<Sending, { outcome: 'sent' }> {
  return { outcome: 'again', problem, isDown: true };
}

function said({ response }: MailFailure): string {
  const words = response ? cleanMessage(response) : '';
  return words ? `: ${words}` : '';
}

function coded(code: string): Error {
  return Object.assign(new Error(), { code });
}
