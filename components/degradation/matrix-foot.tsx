'use client';

import { Button } from '../ui/button';
import { PlaceLink } from '../ui/place-link';

/** What to do with the matrix as a whole. */
export function MatrixFoot({ canSeeDrift }: { canSeeDrift: boolean }) {
  return (
    <div className="no-print flex flex-wrap items-center gap-x-4 gap-y-2">
      {canSeeDrift && (
        <PlaceLink href="/settings/drift" className="text-accent hover:underline">
          Does the matrix match reality?
        </PlaceLink>
      )}
      <Button className="ml-auto" onClick={() => window.print()}>
        Print
      </Button>
    </div>
  );
}
