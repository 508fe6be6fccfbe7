'use client';

import { Button } from '../ui/button';
import type { Look } from '../ui/button-look';
import { useCopy } from '../ui/use-copy';

interface CopyCommandProps {
  command: string;
  label: string;
  look: Look;
}

/** A command to paste elsewhere: folded to a few lines, copied whole. */
export function CopyCommand({ command, label, look }: CopyCommandProps) {
  const { said, copy } = useCopy(command, 'Copied. Paste it into the shell.');
  return (
    <div className="grid gap-1.5">
      <pre
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so keys must reach it
        tabIndex={0}
        className="mono max-h-28 overflow-auto whitespace-pre-wrap break-all rounded-md border border-line bg-bg p-2.5 text-xs"
      >
        {command}
      </pre>
      <div className="flex items-center gap-3">
        <Button look={look} onClick={copy}>
          {label}
        </Button>
        <span role="status" className="text-dim text-sm">
          {said}
        </span>
      </div>
    </div>
  );
}
