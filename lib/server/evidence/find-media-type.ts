import 'server-only';
import { fileTypeFromBuffer } from 'file-type';

/** As many of the first bytes as it takes to tell a file's type. */
export const headBytes = 8_192;

const plainText = 'text/plain';
const unknownBytes = 'application/octet-stream';
// Marks of encodings and of colours that logs carry; anything else below a blank is no text.
const controls = new Set([7, 8, 9, 10, 11, 12, 13, 27]);

/** The media type found in a file's first bytes, never what its sender or its name claims (rule E4). */
export async function findMediaType(head: Buffer): Promise<string> {
  if (isSixteenBit(head)) return plainText;
  const found = await fileTypeFromBuffer(head).catch(() => undefined);
  // Markup that a browser would run is text here, whatever dialect it claims.
  if (found && !found.mime.endsWith('xml')) return found.mime;
  return isText(head) ? plainText : unknownBytes;
}

/** UTF-16 with its mark, which looks like sound otherwise. */
function isSixteenBit([first, second, third]: Buffer): boolean {
  return (first === 0xff && second === 0xfe && third !== 0xff) || (first === 0xfe && second === 0xff);
}

function isText(head: Buffer): boolean {
  for (const byte of head) if (byte < 32 && !controls.has(byte)) return false;
  return isUtf8(head) || isMostlyLatin(head);
}

function isUtf8(head: Buffer): boolean {
  try {
    // The last character may be cut by the end of the head.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Old logs in an eight-bit encoding: nearly all of it is ASCII. */
function isMostlyLatin(head: Buffer): boolean {
  const high = head.reduce((count, byte) => count + (byte > 126 ? 1 : 0), 0);
  return high <= head.length * 0.1;
}
