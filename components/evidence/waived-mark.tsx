import type { EvidenceState } from '@/lib/domain/evidence/evidence';
import { saidMinute } from '@/lib/domain/kernel/event-words';

/** Rules E3 and E12: what was gone on without, and what did not answer, in the header for good. */
export function WaivedMark({ evidence }: { evidence: EvidenceState }) {
  return (
    <>
      <WentOnWithout waived={evidence.waived} />
      <DidNotAnswer unanswered={evidence.unanswered} />
    </>
  );
}

function DidNotAnswer({ unanswered = {} }: Pick<EvidenceState, 'unanswered'>) {
  return Object.values(unanswered).map(({ title, source, by, at }) => (
    <p key={title} className="text-down text-sm" title={`${by.name}, ${saidMinute(at)}`}>
      <span className="font-semibold">{source} does not answer:</span> no {title}
    </p>
  ));
}

function WentOnWithout({ waived }: Pick<EvidenceState, 'waived'>) {
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
