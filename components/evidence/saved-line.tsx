import { saidSize, shown } from '@/lib/domain/evidence/describe-evidence';
import { sayDoubt } from '@/lib/domain/evidence/doubt';
import type { EvidenceItem } from '@/lib/domain/evidence/evidence';
import { PlaceLink } from '../ui/place-link';
import { Time } from '../ui/time';

interface SavedLineProps {
  number: string;
  item: EvidenceItem;
  /** What the catalogue calls it; the file's own name where it is none of the catalogue's. */
  title?: string;
}

/** One saved file: its words lead to the viewer. */
export function SavedLine({ number, item, title }: SavedLineProps) {
  const { evidenceId, name, sizeBytes, sha256, at, by, isLate, secrets } = item;
  const masked = (secrets ?? []).reduce((sum, { count }) => sum + count, 0);
  const facts = [
    ...(title ? [shown(name)] : []),
    `${saidSize(sizeBytes)} by ${by.name}`,
    ...(item.instance ? [item.instance.name] : []),
    ...(item.doubt && item.accepted ? [`${sayDoubt(item.doubt)}; taken all the same by ${item.accepted.by.name}`] : []),
    ...(isLate ? ['after it was over'] : []),
    ...(masked > 0 ? [`${masked} likely ${masked === 1 ? 'secret' : 'secrets'} masked`] : []),
  ];
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-2 px-3.5 py-1">
      <PlaceLink
        href={`/incidents/${number}/evidence/${evidenceId}`}
        className={`min-w-0 text-accent hover:underline pointer-coarse:py-2 ${title ? '' : 'truncate'}`}
        title={`${shown(name)} · SHA-256 ${sha256}`}
      >
        {title ?? shown(name)}
      </PlaceLink>
      <span className="text-ok text-sm">
        saved <Time iso={at} zone />
      </span>
      <span className="col-span-2 break-words text-faint text-xs">{facts.join(' · ')}</span>
    </li>
  );
}
