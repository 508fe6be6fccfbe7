'use client';

import { useState } from 'react';

const shownMs = 3_000;

/** Copies a text when asked, and says for a moment what came of it: without https there is no clipboard to copy to. */
export function useCopy(text: string, done = 'Copied'): { said: string; copy: () => Promise<void> } {
  const [said, setSaid] = useState('');
  const copy = async () => {
    const words = await (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
      () => done,
      () => 'Select it and copy by hand',
    );
    setSaid(words);
    setTimeout(() => setSaid(''), shownMs);
  };
  return { said, copy };
}
