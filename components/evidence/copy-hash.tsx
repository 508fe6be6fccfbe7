'use client';

import { useCopy } from '../ui/use-copy';

/** The whole SHA-256, and a button that copies it. */
export function CopyHash({ sha256 }: { sha256: string }) {
  const { said, copy } = useCopy(sha256);
  return (
    <span className="flex flex-wrap items-center gap-x-2 text-dim">
      <span>
        SHA-256 <span className="mono select-all break-all text-text">{sha256}</span>
      </span>
      <button
        type="button"
        onClick={copy}
        className="min-h-6 text-accent underline pointer-coarse:min-h-11 print:hidden"
      >
        Copy the SHA-256
      </button>
      <span role="status">{said}</span>
    </span>
  );
}
