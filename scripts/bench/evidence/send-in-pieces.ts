import { createReadStream } from 'node:fs';
import { Upload } from 'tus-js-client';
import { monotonicMs } from '../clock';
import type { Session } from '../stage/session';
import type { Taken } from './send-by-curl';

const PIECE = 32 * 1024 * 1024;
const RETRY_DELAYS = [0, ...Array.from({ length: 60 }, () => 500)];

interface Sending {
  number: string;
  file: string;
  /** Where to: the console itself, or a line to it that can be cut. */
  url: string;
  /** Called while bytes go out, with how many did. */
  onProgress(sentBytes: number): void;
}

/** Sends a file by tus as a browser does, going on after whatever happens on the way. */
export async function sendInPieces(session: Session, { number, file, url, onProgress }: Sending): Promise<Taken> {
  const { origin, cookie } = session;
  const began = monotonicMs();
  const place = await new Promise<string>((resolve, reject) => {
    const upload = new Upload(createReadStream(file), {
      endpoint: `${url}/api/v1/uploads`,
      ...{ chunkSize: PIECE, retryDelays: RETRY_DELAYS, headers: { origin, cookie, host: new URL(origin).host } },
      metadata: { number, name: 'core.dump' },
      onShouldRetry: () => true,
      onProgress,
      onError: reject,
      onSuccess: () => resolve(upload.url ?? ''),
    });
    upload.start();
  });
  const seconds = (monotonicMs() - began) / 1000;
  const list = await fetch(`${origin}/api/v1/incidents/${number}/evidence`, { headers: { cookie } });
  const { items } = (await list.json()) as { items: { evidenceId: string; sha256: string }[] };
  const mine = items.filter(({ evidenceId }) => place.endsWith(evidenceId));
  if (items.length !== 1 || mine.length !== 1) throw new Error(`${items.length} files came of one`);
  return { sha256: mine[0]?.sha256 ?? '', seconds };
}
