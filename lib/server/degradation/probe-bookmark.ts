import 'server-only';
import type { IncomingMessage } from 'node:http';
import { TLSSocket } from 'node:tls';
import { describeFailure } from '../health/describe-failure';
import { requestOnce } from '../health/request-once';

/** Whether a bookmark answers, in words, and until when its certificate holds. */
export interface ProbeResult {
  isAlive: boolean;
  detail: string;
  tlsExpiresAt: Date | null;
}

const deadlineMs = 5_000;

/**
 * Asks one address whether it is there: HEAD, then GET for servers that do not know HEAD; 5 s in all. A redirect to a
 * sign-in, and a 401 or 403, are life: people who may will get in. Never throws; nothing of the answer is kept.
 */
export async function probeBookmark(url: string): Promise<ProbeResult> {
  const deadline = AbortSignal.timeout(deadlineMs);
  try {
    const head = await ask(url, 'HEAD', deadline);
    return head.isAlive ? head : await ask(url, 'GET', deadline);
  } catch (error) {
    const detail = deadline.aborted ? `no answer within ${deadlineMs / 1000} s` : describeFailure(error);
    return { isAlive: false, detail, tlsExpiresAt: null };
  }
}

async function ask(url: string, method: 'HEAD' | 'GET', deadline: AbortSignal): Promise<ProbeResult> {
  const response = await requestOnce(new URL(url), {}, deadline, method);
  const status = response.statusCode ?? 0;
  const tlsExpiresAt = certificateEnd(response);
  response.destroy();
  const isAlive = status < 400 || status === 401 || status === 403;
  return { isAlive, detail: `HTTP ${status}`, tlsExpiresAt };
}

function certificateEnd(response: IncomingMessage): Date | null {
  const { socket } = response;
  if (!(socket instanceof TLSSocket)) return null;
  const end = new Date(socket.getPeerCertificate().valid_to);
  return Number.isNaN(end.getTime()) ? null : end;
}
