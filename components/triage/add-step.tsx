'use client';

import type { FormEvent } from 'react';
import { useDraft } from '@/lib/client/outbox/use-draft';
import { Button } from '../ui/button';

/** A step that no checklist knew. What is typed is kept until it is added. */
export function AddStep({ number, onAdd }: { number: string; onAdd: (title: string) => void }) {
  const [title, setTitle, clear] = useDraft(`step/${number}`);
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === '') return;
    onAdd(title.trim());
    clear();
  };
  return (
    <form onSubmit={add} className="flex min-w-0 flex-1 gap-2">
      <input
        data-new-step
        aria-label="Another step"
        placeholder="Another step"
        maxLength={300}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
        className="min-h-8.5 w-full min-w-0 flex-1 rounded-md border border-edge bg-bg px-2.5 placeholder:text-faint pointer-coarse:min-h-11"
      />
      {title.trim() !== '' && <Button type="submit">Add</Button>}
    </form>
  );
}
