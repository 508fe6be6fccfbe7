import { saidSize, shown } from '@/lib/domain/evidence/describe-evidence';
import type { EvidenceItem } from '@/lib/domain/evidence/evidence';
import { PlaceLink } from '../ui/place-link';
import { Time } from '../ui/time';

/** One saved file: its name leads to the viewer. */
export function SavedLine({ number, item }: { number: string; item: EvidenceItem }) {
  const { evidenceId, name, sizeBytes, sha256, at, by, isLate, secrets } = item;
  const masked = (secrets ?? []).reduce((sum, { count }) => sum + count, 0);
  return (
    <li className="grid grid-cols-[1fr_auto] gap-x-2 px-3.5 py-1">
      <PlaceLink
        href={`/incidents/${number}/evidence/${evidenceId}`}
        className="min-w-0 truncate text-accent hover:underline pointer-coarse:py-2"
        title={`${shown(name)} · SHA-256 ${sha256}`}
      >
        {shown(name)}
      </PlaceLink>
      <span className="text-ok text-sm">
        saved <Time iso={at} zone />
      </span>
      <span className="col-span-2 text-faint text-xs">
        {saidSize(sizeBytes)} by {by.name}
        {isLate && ', after it was over'}
        {masked > 0 && `, ${masked} likely ${masked === 1 ? 'secret' : 'secrets'} masked`}
      </span>
    </li>
  );
}
