import 'server-only';
import type { ByteRange } from './store/evidence-store';

/**
 * A single range of RFC 9110 over a file of so many bytes: 'whole' without one, with several, or with one that is not
 * understood; 'outside' when nothing of it is in the file.
 */
export function readRange(header: string | null, sizeBytes: number): ByteRange | 'whole' | 'outside' {
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === '' && last === '') return 'whole';
  if (first === '') {
    const length = Math.min(Number(last), sizeBytes);
    return length === 0 ? 'outside' : { from: sizeBytes - length, to: sizeBytes - 1 };
  }
  const [from, to] = [Number(first), last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1)];
  if (from >= sizeBytes) return 'outside';
  return last !== '' && Number(last) < from ? 'whole' : { from, to };
}
