import 'server-only';
import { isUtf8 } from 'node:buffer';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import { mistakeLine } from './mistake-line';

/** A longer line is no text that somebody wrote, and can keep a Markdown parser busy for seconds. */
const mostColumns = 2_000;
/** Control characters, and those that make text read in another order than it is copied. */
const deceiving = /[^\P{Cc}\t\n]|[\u202A-\u202E\u2066-\u2069]/u;

export type TextReading = { ok: true; text: string; bytes: Uint8Array } | { ok: false; mistakes: string[] };

/** A file of the folder as text with plain line ends. Never follows a link out, never waits for a pipe. */
export function readTextFile(folder: string, name: string, mostBytes: number): TextReading {
  const refuse = (line: number, expected: string): TextReading => ({
    ok: false,
    mistakes: [mistakeLine(name, line, [], expected)],
  });
  const place = placeOf(folder, name);
  if (place === 'outside') return refuse(1, 'a file inside the folder, not a link out of it');
  const bytes = place === null ? null : read(place, mostBytes);
  if (bytes === null) return refuse(1, 'a readable file');
  if (typeof bytes === 'number') return refuse(1, `at most ${mostBytes} bytes, not ${bytes}`);
  if (!isUtf8(bytes)) return refuse(firstLineThatIsNoText(bytes), 'text in UTF-8');
  const text = new TextDecoder().decode(bytes).replaceAll('\r\n', '\n');
  const lines = text.split('\n');
  const long = lines.findIndex((line) => line.length > mostColumns);
  if (long >= 0) return refuse(long + 1, `lines of at most ${mostColumns} characters`);
  const deceptive = lines.findIndex((line) => deceiving.test(line));
  if (deceptive >= 0) return refuse(deceptive + 1, 'text without control characters or marks that reverse its order');
  return { ok: true, text, bytes };
}

/** The true path of a readable file; null when there is none. */
function placeOf(folder: string, name: string): string | 'outside' | null {
  try {
    const place = realpathSync(path.join(folder, name));
    if (!place.startsWith(realpathSync(folder) + path.sep)) return 'outside';
    return statSync(place).isFile() ? place : null;
  } catch {
    return null;
  }
}

/** The bytes; their count when there are too many. */
function read(place: string, mostBytes: number): Buffer | number | null {
  try {
    const { size } = statSync(place);
    return size > mostBytes ? size : readFileSync(place);
  } catch {
    return null;
  }
}

function firstLineThatIsNoText(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
  return line;
}
