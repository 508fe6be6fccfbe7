import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

export interface CuttingProxy {
  url: string;
  /** How many connections were cut. */
  cuts(): number;
  close(): void;
}

/** A line to a server that goes dead each time so many bytes in all were sent over it: at each of these counts, once. */
export async function aCuttingProxy(target: string, at: readonly number[]): Promise<CuttingProxy> {
  const { port, hostname } = new URL(target);
  const places = [...at];
  const open = new Set<Socket>();
  let sent = 0;
  let cuts = 0;
  const server = createServer((socket) => {
    const behind = connect(Number(port), hostname);
    for (const one of [socket, behind]) {
      open.add(one);
      one.on('error', () => {});
      one.on('close', () => {
        open.delete(one);
        socket.destroy();
        behind.destroy();
      });
    }
    behind.pipe(socket);
    socket.on('data', (chunk) => {
      sent += chunk.length;
      const place = places[0];
      if (place !== undefined && sent >= place) {
        places.shift();
        cuts += 1;
        socket.pause().removeAllListeners('data');
        // What was sent before the cut may or may not have arrived; the sender cannot know.
        behind.write(chunk.subarray(0, Math.max(0, chunk.length - (sent - place))), () => socket.resetAndDestroy());
      } else if (!behind.write(chunk)) {
        socket.pause();
        behind.once('drain', () => socket.resume());
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cuts: () => cuts,
    close: () => {
      server.close();
      for (const socket of open) socket.destroy();
    },
  };
}
