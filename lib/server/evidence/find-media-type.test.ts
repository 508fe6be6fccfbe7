import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findMediaType, headBytes } from './find-media-type';

const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');

describe('[E4] [A8] the media type of a file is what its bytes say', () => {
  it.each<[string, Buffer, string]>([
    ['a log', Buffer.from('2026-11-22T03:15:00Z error: ü\n'), 'text/plain'],
    ['a log with colours', Buffer.from('\u001b[31merror\u001b[0m\r\n'), 'text/plain'],
    ['JSON', Buffer.from('{"a":1}'), 'text/plain'],
    [
      'an old log in Latin 1',
      Buffer.from('Grüße aus dem Keller, alles läuft wieder\n'.repeat(9), 'latin1'),
      'text/plain',
    ],
    ['UTF-16', Buffer.from('\ufeffhello', 'utf16le'), 'text/plain'],
    ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>'), 'text/plain'],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'text/plain'],
    ['SVG with a prologue', Buffer.from('<?xml version="1.0"?><svg onload="alert(1)"/>'), 'text/plain'],
    ['a picture', png, 'image/png'],
    ['gzip', gzipSync('log'), 'application/gzip'],
    ['a program', Buffer.from('4d5a90000300000004000000ffff0000b8000000', 'hex'), 'application/x-msdownload'],
    ['noise', Buffer.from([0, 1, 2, 3, 200, 201, 202, 250, 0, 7]), 'application/octet-stream'],
    ['high bytes only', Buffer.alloc(64, 0xfe), 'application/octet-stream'],
  ])('%s', async (_, bytes, type) => expect(await findMediaType(bytes)).toBe(type));

  it('a character that the end of the head cuts makes no difference', async () => {
    const text = Buffer.from('€'.repeat(headBytes)).subarray(0, headBytes);
    expect(await findMediaType(text)).toBe('text/plain');
  });
});
