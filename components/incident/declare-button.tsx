'use client';

import { Button } from '../ui/button';
import { useDeclare } from './declare-provider';

/** The loud button of the header. Nothing for people who may not declare. */
export function DeclareButton() {
  const declare = useDeclare();
  if (!declare) return null;
  return (
    <Button look="loud" className="max-sm:min-h-12 max-sm:px-5" onClick={() => declare()} aria-keyshortcuts="d">
      Declare
      <span aria-hidden="true" className="font-normal max-sm:hidden">
        D
      </span>
    </Button>
  );
}
