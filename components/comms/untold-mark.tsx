import { phaseWords } from '@/lib/domain/comms/phase-words';
import type { CommsRecord } from '@/lib/domain/comms/record';
import { untoldPhase } from '@/lib/domain/comms/untold-phase';

/** Rule M17: on the record of what is over while people still read something else. Nothing once they were told. */
export function UntoldMark({ record }: { record: CommsRecord }) {
  const { status } = record.incident;
  const gap = status === 'resolved' || status === 'closed' ? untoldPhase(record) : null;
  if (!gap) return null;
  return (
    <p role="status" className="rounded-lg border border-degraded bg-degraded-bg px-3.5 py-2">
      {gap.said === null ? (
        <>It is {status}, and nobody has been told anything in public.</>
      ) : (
        <>
          It is {status}, and in public it still reads <strong className="font-semibold">{phaseWords[gap.said]}</strong>
          .
        </>
      )}
    </p>
  );
}
