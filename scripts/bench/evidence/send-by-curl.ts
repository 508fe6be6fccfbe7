import { spawn } from 'node:child_process';
import { monotonicMs } from '../clock';
import type { Session } from '../stage/session';
import type { Sample } from './sample';

/** What the console said of the file, and the seconds from the first byte to its answer. */
export interface Taken {
  sha256: string;
  seconds: number;
}

/** A token for a shell to add evidence to this incident. */
async function captureToken({ origin, cookie }: Session, number: string): Promise<string> {
  const url = `${origin}/api/v1/incidents/${number}/capture-tokens`;
  const answer = await fetch(url, { method: 'POST', headers: { origin, cookie } });
  return ((await answer.json()) as { token: string }).token;
}

/** `… | curl -T -`, as people do it. Throws when curl fails. */
export async function sendByCurl(session: Session, number: string, sample: Sample): Promise<Taken> {
  const token = await captureToken(session, number);
  const url = `${session.origin}/api/v1/incidents/${number}/evidence?name=core.dump`;
  const words = ['-fsS', '-T', '-', '-H', `Authorization: Bearer ${token}`, url];
  const began = monotonicMs();
  const curl = spawn('curl', words, { stdio: ['pipe', 'pipe', 'inherit'] });
  let said = '';
  curl.stdout.on('data', (chunk) => {
    said += chunk;
  });
  const ended = new Promise<number | null>((resolve) => curl.on('close', resolve));
  await sample.writeTo(curl.stdin);
  const code = await ended;
  if (code !== 0) throw new Error(`curl ended with ${code}`);
  return { sha256: /sha256 ([0-9a-f]{64})/.exec(said)?.[1] ?? '', seconds: (monotonicMs() - began) / 1000 };
}
