'use client';

import { Trouble } from '@/components/ui/trouble';

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return <Trouble error={error} onRetry={retry} />;
}
