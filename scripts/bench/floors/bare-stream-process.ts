import http, { type ServerResponse } from 'node:http';
import { monotonicMs } from '../clock';

/** Event streams with nothing around them: plain node:http, one buffer for everybody. Says its port, then obeys `seq`s. */
const readers = new Set<ServerResponse>();

const server = http.createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache, no-transform' });
  response.write('event: hello\ndata: {}\n\n');
  readers.add(response);
  response.on('close', () => readers.delete(response));
});

// As long as a note's message is on the real stream.
const data = JSON.stringify({ text: 'x'.repeat(500) });

process.on('message', ({ seq }: { seq: number }) => {
  if (seq === 0) {
    server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
    return;
  }
  const at = monotonicMs();
  const bytes = Buffer.from(`id: INC-0000-0000=${seq}\nevent: incident\ndata: ${data}\n\n`);
  for (const reader of readers) reader.write(bytes);
  process.send?.({ at });
});
process.once('disconnect', () => process.exit(0));
