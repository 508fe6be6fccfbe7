import 'server-only';
import { spawn } from 'node:child_process';

/** The picture cannot be shown; the message is for people. The original is not concerned. */
export class CannotDraw extends Error {}

const timeoutMs = 10_000;
const mostPixels = 64_000_000;
const mostBytes = 16 * 1024 * 1024;
const widest = 2_400;

/** As text, for it runs beside the bundle; it knows its picture's path and nothing else of this console. */
const script = `
const sharp = require('sharp');
sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['Png', 'Jpeg', 'Webp', 'Nsgif'].map((name) => 'VipsForeignLoad' + name) });
sharp(process.argv[1], { limitInputPixels: ${mostPixels}, sequentialRead: true, pages: 1 })
  .rotate()
  .resize({ width: ${widest}, height: ${widest * 4}, fit: 'inside', withoutEnlargement: true })
  .webp({ quality: 90 })
  .toBuffer()
  .then((picture) => process.stdout.end(picture), () => process.exit(2));
`;

/**
 * The first frame of a PNG, JPEG, WebP or GIF as a new WebP, without whatever else the file held. Drawn in a process of
 * its own, which has no secrets and little time. Throws a CannotDraw.
 */
export function drawAnew(path: string): Promise<Buffer> {
  const child = spawn(process.execPath, ['--max-old-space-size=128', '-e', script, path], {
    // biome-ignore lint/style/noProcessEnv: all that the process is told of its surroundings
    env: { PATH: process.env.PATH, MALLOC_ARENA_MAX: '2' } as unknown as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: timeoutMs,
    killSignal: 'SIGKILL',
  });
  const chunks: Buffer[] = [];
  let size = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size > mostBytes) child.kill('SIGKILL');
    else chunks.push(chunk);
  });
  return new Promise((resolve, reject) => {
    child.once('error', () => reject(new CannotDraw('This picture cannot be drawn right now.')));
    child.once('close', (code) => {
      if (code === 0 && size > 0) resolve(Buffer.concat(chunks));
      else
        reject(new CannotDraw('This picture is broken, or larger than what is drawn here. Download it to look at it.'));
    });
  });
}
