import type { IncomingMessage, RequestListener } from 'node:http';
import { readOrder } from './order';
import type { Platform } from './platform';
import { describeState } from './state';

const LONGEST_ORDER = 4096;

async function readWords(request: IncomingMessage): Promise<string[] | undefined> {
  let text = '';
  for await (const chunk of request) {
    text += chunk;
    if (text.length > LONGEST_ORDER) return undefined;
  }
  try {
    const { words } = JSON.parse(text);
    return Array.isArray(words) && words.every((word) => typeof word === 'string') ? words : undefined;
  } catch {
    return undefined;
  }
}

/** A web page that somebody visits must not steer the stand-in: browsers name their origin, and cannot feign our host. */
function isFromOutside(request: IncomingMessage): boolean {
  const host = request.headers.host?.replace(/:\d+$/, '');
  return request.headers.origin !== undefined || !(host === '127.0.0.1' || host === 'localhost');
}

async function obey(request: IncomingMessage, platform: Platform): Promise<[number, object]> {
  if (isFromOutside(request)) return [403, { problem: 'Only programs on this computer steer the stand-in.' }];
  const view = () => ({ state: platform.state, text: describeState(platform.state) });
  if (request.method === 'GET') return [200, view()];
  if (request.method !== 'POST') return [405, { problem: 'GET looks, POST steers.' }];
  const words = await readWords(request);
  if (!words) return [400, { problem: 'Send {"words": ["minio", "down"]}.' }];
  const reading = readOrder(words);
  if (!reading.ok) return [400, { problem: reading.problem }];
  await platform.obey(reading.order);
  return [200, view()];
}

/** Answers `/_control`: GET tells the state, POST `{"words": [...]}` changes it. */
export function controlListener(platform: Platform): RequestListener {
  return (request, response) => {
    obey(request, platform)
      .catch((error): [number, object] => [500, { problem: String(error) }])
      .then(([status, body]) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
      );
  };
}
