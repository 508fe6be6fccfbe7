/** Pictures that are drawn anew to be shown. All else is only ever downloaded. */
export type RasterFormat = 'png' | 'jpeg' | 'webp' | 'gif';

/** Tells a picture by its first bytes; null for everything else, whatever its name says. */
export function rasterFormat(head: Buffer): RasterFormat | null {
  if (head.toString('hex', 0, 8) === '89504e470d0a1a0a') return 'png';
  if (head.toString('hex', 0, 3) === 'ffd8ff') return 'jpeg';
  if (/^GIF8[79]a/.test(head.toString('latin1', 0, 6))) return 'gif';
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP') return 'webp';
  return null;
}
