import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveRawUpload } from '@/lib/server/evidence/serve-raw-upload';
import { serveUploads } from '@/lib/server/evidence/serve-uploads';
import { isRawUpload, isResumableUpload } from '@/lib/server/evidence/upload-paths';

/** A server that takes files in, as the console's own does before Next. Port 0 is any. */
export async function listenForFiles(port: number): Promise<{ url: string; close(): void }> {
  const server = createServer({ requestTimeout: 0 }, dispatch);
  server.on('checkContinue', dispatch);
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function dispatch(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url?.split('?', 1)[0] ?? '';
  if (isRawUpload(request.method, path)) void serveRawUpload(request, response);
  else if (isResumableUpload(path)) void serveUploads(request, response);
  else response.writeHead(404).end();
}
