'use client';

import { useState } from 'react';
import { Button } from '../ui/button';

interface FinishButtonProps {
  path: string;
  isBusy: boolean;
  /** Why it cannot be finished right now. */
  reasonNot: string | null;
  onFinish: () => void;
}

/** Finishing is asked twice: afterwards nothing is owed any more. */
export function FinishButton({ path, isBusy, reasonNot, onFinish }: FinishButtonProps) {
  const [isAsking, setIsAsking] = useState(false);
  if (reasonNot) return <span className="text-dim text-sm">{reasonNot}</span>;
  if (!isAsking) return <Button onClick={() => setIsAsking(true)}>Finish…</Button>;
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span>
        Was it held, and filed as <span className="mono text-sm [overflow-wrap:anywhere]">{path}</span>?
      </span>
      <Button look="go" autoFocus aria-disabled={isBusy} onClick={() => !isBusy && onFinish()}>
        Yes, finish it
      </Button>
      <Button look="bare" onClick={() => setIsAsking(false)}>
        Not yet
      </Button>
    </span>
  );
}
