import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * The console's HTTP server: in front of Next, so that streams, which thousands hold open for hours, and files, which may
 * take as long to arrive, do not go through a framework made for pages. The built console says in `answers` which requests
 * those are (lib/server/kernel/front-door.ts).
 */
const dir = process.env.CONSOLE_FOLDER;
const dev = process.env.NODE_ENV === 'development';
const port = Number(process.env.PORT);
const hostname = process.env.HOST;
const answers = [];
const LONGEST_SILENCE_MS = 5 * 60_000;
const LONGEST_BODY_MS = 5 * 60_000;

let handle;
let open;
const untilOpen = new Promise((resolve) => {
  open = resolve;
});

function fail(error, response) {
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  if (!response.headersSent) response.writeHead(500).end('Internal Server Error');
  else response.destroy();
}

function serve(request, response, asksFirst) {
  untilOpen
    .then(() => {
      const path = request.url.split('?', 1)[0];
      const early = answers.find(({ suits }) => suits(request.method, path));
      if (early) return early.answer(request, response);
      if (asksFirst) response.writeContinue();
      endIfTooSlow(request);
      return handle(request, response);
    })
    .catch((error) => fail(error, response));
}

/** What is no file has Node's usual time to arrive. */
function endIfTooSlow(request) {
  if (request.complete) return;
  const timer = setTimeout(() => request.complete || request.destroy(), LONGEST_BODY_MS);
  request.once('close', () => clearTimeout(timer));
}

// A file may arrive for hours, so there is no deadline for whole requests. Heads have theirs, and silence ends the rest.
const server = createServer({ requestTimeout: 0 }, (request, response) => serve(request, response, false));
server.setTimeout(LONGEST_SILENCE_MS);
// Whoever asks before sending a file is told no before the file, not after it.
server.on('checkContinue', (request, response) => serve(request, response, true));
server.once('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
// Listening comes first: whoever lost the process before this one waits here instead of knocking again.
server.listen(port, hostname);
globalThis[Symbol.for('incident-console.front-door')] = { server, answers };

process.chdir(dir);
if (!dev) {
  // As the server that the build generates does it: a built console reads no configuration at its start.
  const { config } = JSON.parse(readFileSync(path.join(dir, '.next', 'required-server-files.json'), 'utf8'));
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config);
}
const next = createRequire(path.join(dir, 'package.json'))('next');
const app = next({ dev, dir, hostname, port, httpServer: server, ...(dev && { turbopack: true }) });
await app.prepare();
handle = app.getRequestHandler();
open();
