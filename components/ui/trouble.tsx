'use client';

import { Button } from './button';

interface TroubleProps {
  /** What the error boundary was given; anything can be thrown. */
  error: unknown;
  onRetry: () => void;
}

function traceOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('digest' in error)) return null;
  return typeof error.digest === 'string' ? error.digest : null;
}

/** A part that failed: calm words, what is safe, and the next step. */
export function Trouble({ error, onRetry }: TroubleProps) {
  const trace = traceOf(error);
  return (
    <div role="alert" className="mx-auto grid max-w-lg justify-items-start gap-3 px-5 py-16">
      <h1 className="font-semibold text-xl">This page could not be shown.</h1>
      <p className="text-dim">
        The record is safe: what the console confirmed is kept, and what you typed but did not send is in this browser.
      </p>
      <Button look="go" onClick={onRetry}>
        Try again
      </Button>
      {trace && (
        <p className="text-faint text-sm">
          If it stays, tell whoever runs the console: <span className="mono">{trace}</span>
        </p>
      )}
    </div>
  );
}
