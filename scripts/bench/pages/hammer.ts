import net from 'node:net';
import { monotonicMs } from '../clock';

/** What came of asking for one thing as fast as it is answered. */
export interface Hammered {
  /** Milliseconds each answer took. */
  tookMs: number[];
  seconds: number;
  /** Bytes of one answer, with its head. */
  bytes: number;
  failures: number;
}

const HEAD_END = '\r\n\r\n';

/** Asks again and again on this many kept connections for so long; on bare sockets, so that little is measured but the server. */
export async function hammer(url: URL, connections: number, seconds: number): Promise<Hammered> {
  const result: Hammered = { tookMs: [], seconds, bytes: 0, failures: 0 };
  const request = `GET ${url.pathname} HTTP/1.1\r\nhost: ${url.host}\r\naccept-encoding: gzip\r\n\r\n`;
  const until = monotonicMs() + seconds * 1000;
  await Promise.all(Array.from({ length: connections }, () => oneAfterAnother(url, request, until, result)));
  return result;
}

function oneAfterAnother(url: URL, request: string, until: number, result: Hammered): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(url.port), '127.0.0.1');
    let sentAt = 0;
    let got = 0;
    let wanted = 0;
    const ask = () => {
      [sentAt, got, wanted] = [monotonicMs(), 0, 0];
      socket.write(request);
    };
    socket.setNoDelay(true);
    socket.on('error', reject);
    socket.on('connect', ask);
    socket.on('data', (chunk) => {
      if (wanted === 0) wanted = lengthOf(chunk, result);
      got += chunk.length;
      if (got < wanted) return;
      result.tookMs.push(monotonicMs() - sentAt);
      result.bytes = got;
      if (monotonicMs() < until) return ask();
      socket.destroy();
      resolve();
    });
  });
}

/** Head and body together. The head of a small answer comes in one piece. */
function lengthOf(chunk: Buffer, result: Hammered): number {
  const end = chunk.indexOf(HEAD_END) + HEAD_END.length;
  const head = chunk.toString('latin1', 0, end);
  if (!head.startsWith('HTTP/1.1 200')) result.failures += 1;
  return end + Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
}
