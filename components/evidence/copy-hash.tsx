'use client';

import { useState } from 'react';

const shownMs = 2_000;

/** The whole SHA-256, and a button that copies it. */
export function CopyHash({ sha256 }: { sha256: string }) {
  const [said, setSaid] = useState('');
  const copy = async () => {
    const words = await (navigator.clipboard?.writeText(sha256) ?? Promise.reject()).then(
      () => 'Copied',
      () => 'Select it and copy by hand',
    );
    setSaid(words);
    setTimeout(() => setSaid(''), shownMs);
  };
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
