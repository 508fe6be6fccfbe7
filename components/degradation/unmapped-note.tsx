import type { Matrix } from '@/lib/domain/degradation/matrix';
import { PlaceLink } from '../ui/place-link';
import { Status } from '../ui/status';

/** What the targets report that the catalogue does not know: nobody can say what users feel from it. */
export function UnmappedNote({ unmapped }: { unmapped: Matrix['unmapped'] }) {
  if (unmapped.length === 0) return null;
  const count = unmapped.length === 1 ? '1 reported component has' : `${unmapped.length} reported components have`;
  return (
    <details className="text-dim text-sm">
      <summary className="w-fit rounded-sm">{`${count} no row in the matrix`}</summary>
      <ul className="mt-2 grid gap-1 pl-4">
        {unmapped.map(({ targetId, targetName, key, status }) => (
          <li key={`${targetId}/${key}`} className="flex flex-wrap items-center gap-x-3">
            <span>{targetName}</span>
            <span className="mono break-all">{key}</span>
            <Status tone={status} />
          </li>
        ))}
      </ul>
      <p className="mt-2">
        Unmapped: nobody can say what users feel.{' '}
        <PlaceLink href="/settings/drift#recipe" className="text-accent underline">
          How to add it
        </PlaceLink>
      </p>
    </details>
  );
}
