import type { Matrix } from '@/lib/domain/degradation/matrix';
import { isUneasy } from '@/lib/domain/degradation/say-what-users-feel';
import { PlaceLink } from '../ui/place-link';
import { Status } from '../ui/status';

/** What the targets report that the catalogue does not know: nobody can say what users feel from it. Open while one is not well. */
export function UnmappedNote({ unmapped }: { unmapped: Matrix['unmapped'] }) {
  if (unmapped.length === 0) return null;
  const count = unmapped.length === 1 ? '1 reported component has' : `${unmapped.length} reported components have`;
  const uneasy = unmapped.filter(isUneasy);
  return (
    <details
      open={uneasy.length > 0}
      className={
        uneasy.length > 0
          ? 'rounded-lg border border-line border-l-3 border-l-degraded bg-panel px-3.5 py-2.5 text-sm'
          : 'text-dim text-sm'
      }
    >
      <summary className="w-fit rounded-sm">{`${count} no row in the matrix`}</summary>
      <ul className="mt-2 grid gap-1 pl-4">
        {[...uneasy, ...unmapped.filter((one) => !isUneasy(one))].map(
          ({ targetId, targetName, key, status, message }) => (
            <li key={`${targetId}/${key}`} className="flex flex-wrap items-center gap-x-3">
              <span>{targetName}</span>
              <span className="mono break-all">{key}</span>
              <Status tone={status} />
              {message && <span className="break-words text-dim">{message}</span>}
            </li>
          ),
        )}
      </ul>
      <p className="mt-2 text-dim">
        No row: nobody can say what users feel.{' '}
        <PlaceLink href="/settings/drift#recipe" className="text-accent underline">
          How to add one
        </PlaceLink>
      </p>
    </details>
  );
}
