import { findMisnamedTargets, sayMisnamedTargets } from '@/lib/domain/degradation/misnamed-targets';

interface MisnamedTargetsNoteProps {
  services: readonly { instances: readonly string[] }[];
  targets: readonly { id: string; self?: boolean }[];
}

/** Rule D15: why a row stays unknown although its targets answer. */
export function MisnamedTargetsNote({ services, targets }: MisnamedTargetsNoteProps) {
  const misnamed = findMisnamedTargets(services, targets);
  if (!misnamed) return null;
  return (
    <p className="break-words rounded-lg border border-line border-l-3 border-l-degraded bg-panel px-3.5 py-2.5 text-sm">
      {sayMisnamedTargets(misnamed)}
    </p>
  );
}
