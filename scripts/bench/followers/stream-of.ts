import type { Session } from '../stage/session';
import type { StreamAddress } from './asks';

/** The stream that a browser with this incident open reads. */
export function streamOf(session: Session, number: string): StreamAddress {
  const { port, host } = new URL(session.origin);
  const path = `/api/v1/stream?topics=health,incident:${number},incidents`;
  return { port: Number(port), host, path, cookie: session.cookie };
}
