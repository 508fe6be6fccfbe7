'use client';

import { useState } from 'react';
import { Button } from '../ui/button';

const shownMs = 2_000;

/** A command as it stands, and a button that copies it. */
export function CommandBlock({ command }: { command: string }) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    const words = await navigator.clipboard.writeText(command).then(
      () => 'Copied',
      () => 'Select it and copy by hand',
    );
    setSaid(words);
    setTimeout(() => setSaid(''), shownMs);
  };
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
