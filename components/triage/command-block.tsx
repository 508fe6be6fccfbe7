'use client';

import { Button } from '../ui/button';
import { useCopy } from '../ui/use-copy';

/** A command as it stands, and a button that copies it. */
export function CommandBlock({ command }: { command: string }) {
  const { said, copy } = useCopy(command);
  return (
    <div className="command">
      <pre>{command.trimEnd()}</pre>
      <span role="status" className="text-dim text-sm">
        {said}
      </span>
      <Button
        onClick={copy}
        aria-label={`Copy the command ${command.split('\n')[0]?.slice(0, 60)}`}
        className="print:hidden"
      >
        Copy
      </Button>
    </div>
  );
}
