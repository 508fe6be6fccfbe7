'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

interface SaidText {
  channel: string;
  name: string;
  subject: string | null;
  body: string;
}

async function fetchTexts(number: string, updateId: string, signal: AbortSignal): Promise<SaidText[]> {
  const response = await fetch(`/api/v1/incidents/${number}/comms`, { signal });
  if (!response.ok) throw new Error(`the console answered ${response.status}`);
  const { items } = (await response.json()) as { items: { updateId: string; texts: SaidText[] }[] };
  return items.find((item) => item.updateId === updateId)?.texts ?? [];
}

/** The texts of one update as they were written; fetched when somebody opens them, since records do not carry them. */
export function SaidTexts({ number, updateId }: { number: string; updateId: string }) {
  const [isOpen, setIsOpen] = useState(false);
  const { data, isError } = useQuery({
    queryKey: ['said-texts', number, updateId],
    enabled: isOpen,
    queryFn: ({ signal }) => fetchTexts(number, updateId, signal),
  });
  return (
    <details onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}>
      <summary className="cursor-pointer text-dim text-sm">The texts</summary>
      {isError && <p className="text-degraded text-sm">The console cannot read them right now.</p>}
      {data?.map(({ channel, name, subject, body }) => (
        <div key={channel} className="border-line border-t py-1.5 text-sm">
          <p className="font-semibold">
            {name}
            {subject !== null && `: ${subject}`}
          </p>
          <p className="whitespace-pre-wrap break-words">{body}</p>
        </div>
      ))}
    </details>
  );
}
