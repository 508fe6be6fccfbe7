'use client';

import { useEffect, useState } from 'react';

export type CaptureTokenState =
  | { state: 'asking' }
  | { state: 'failed'; words: string }
  | { state: 'ready'; token: string; expiresAt: string };

/** A token of its own for each opening: shown once, good for half an hour, and only to add evidence here. */
export function useCaptureToken(number: string): [CaptureTokenState, () => void] {
  const [token, setToken] = useState<CaptureTokenState>({ state: 'asking' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks anew
  useEffect(() => {
    let isCurrent = true;
    const say = (next: CaptureTokenState) => isCurrent && setToken(next);
    say({ state: 'asking' });
    fetch(`/api/v1/incidents/${number}/capture-tokens`, { method: 'POST' }).then(
      async (response) => {
        const body = (await response.json().catch(() => ({}))) as Partial<Record<string, string>>;
        const { token: made, expiresAt, detail, title } = body;
        if (response.ok && made && expiresAt) say({ state: 'ready', token: made, expiresAt });
        else say({ state: 'failed', words: detail ?? title ?? 'The console made no token.' });
      },
      () => say({ state: 'failed', words: 'The console cannot be reached.' }),
    );
    return () => {
      isCurrent = false;
    };
  }, [number, attempt]);
  return [token, () => setAttempt(attempt + 1)];
}
