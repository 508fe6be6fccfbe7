import type { EvidenceState } from '@/lib/domain/evidence/evidence';
import { saidMinute } from '@/lib/domain/kernel/event-words';

/** Rule E3: what the commander went on without, in the header for good. */
export function WaivedMark({ waived }: Pick<EvidenceState, 'waived'>) {
  const all = Object.values(waived);
  if (all.length === 0) return null;
  return (
    <p className="text-down text-sm">
      <span className="font-semibold">Went on without evidence:</span>{' '}
      {all.map(({ title, by, at, reason }, index) => (
        <span key={title} title={`${by.name}, ${saidMinute(at)}: ${reason}`}>
          {index > 0 && '; '}
          {title}
        </span>
      ))}
    </p>
  );
}
