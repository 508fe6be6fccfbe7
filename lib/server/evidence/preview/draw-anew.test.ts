import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { CannotDraw, drawAnew } from './draw-anew';
import { rasterFormat } from './raster-format';

const folder = mkdtempSync(path.join(os.tmpdir(), 'preview-'));
afterAll(() => rmSync(folder, { recursive: true }));

function draw(bytes: Buffer | string): Promise<Buffer> {
  const file = path.join(folder, 'picture');
  writeFileSync(file, bytes);
  return drawAnew(file);
}

const plain = () => sharp({ create: { width: 40, height: 20, channels: 3, background: '#b00' } });

/** A PNG that says it is 60,000 pixels wide and high. */
function floodOfPixels(): Buffer {
  const chunk = (type: string, content: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), content]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(60_000, 0);
  header.writeUInt32BE(60_000, 4);
  header.set([1, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1_000_000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('pictures are drawn anew', () => {
  it.each(['png', 'jpeg', 'webp', 'gif'] as const)('%s becomes a WebP of the same size', async (format) => {
    const bytes = await plain().toFormat(format).toBuffer();
    expect(rasterFormat(bytes)).toBe(format);
    const { format: drawn, width, height } = await sharp(await draw(bytes)).metadata();
    expect([drawn, width, height]).toEqual(['webp', 40, 20]);
  });

  it('what else the file held does not come along: comments, positions, a page glued to its end', async () => {
    const tagged = await plain()
      .withExif({ IFD0: { Copyright: 'canary-of-exif' } })
      .jpeg()
      .toBuffer();
    const drawn = await draw(Buffer.concat([tagged, Buffer.from('<script>alert("canary")</script>')]));
    expect(drawn.toString('latin1')).not.toMatch(/canary/);
  });

  it.each([
    ['an SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a PDF', '%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj'],
    ['a GIF that is a script', 'GIF89a/*\u0001\0\u0001\0*/=1;alert(1)'],
    ['nothing', ''],
  ])('%s is none', async (_, bytes) => {
    await expect(draw(bytes)).rejects.toThrow(CannotDraw);
  });

  it('a flood of pixels is refused before it is unpacked', async () => {
    const bytes = floodOfPixels();
    expect(rasterFormat(bytes)).toBe('png');
    await expect(draw(bytes)).rejects.toThrow(CannotDraw);
  });
});
