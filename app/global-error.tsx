'use client';

import { Trouble } from '@/components/ui/trouble';
import './globals.css';

/** Replaces the root layout when that one fails, so it brings its own document. */
export default function GlobalError({ error }: { error: unknown }) {
  return (
    <html lang="en">
      <body>
        <title>Incident console</title>
        <Trouble error={error} onRetry={() => location.reload()} />
      </body>
    </html>
  );
}
