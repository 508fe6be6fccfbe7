import 'server-only';
import { shown } from '@/lib/domain/evidence/describe-evidence';
import { sayDoubt } from '@/lib/domain/evidence/doubt';
import type { Kept } from './keep-arrival';

/** What a shell prints once a file is evidence: one line, without anything that would steer the terminal. */
export function sayKept({ name, sizeBytes, sha256, isLate, doubt }: Kept): string {
  if (doubt) return `kept, NOT TAKEN as evidence: ${shown(name)} ${sayDoubt(doubt)}\n`;
  const late = isLate ? ', after the incident was over' : '';
  return `saved ${shown(name)}, ${sizeBytes.toLocaleString('en')} bytes, sha256 ${sha256}${late}\n`;
}
