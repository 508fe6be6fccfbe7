'use client';

import { type FormEvent, useId, useState } from 'react';
import { Button } from '../ui/button';

/** A field for a line's number. */
export function GoToLine({ total, onGo }: { total: number | null; onGo: (line: number) => void }) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const go = (event: FormEvent) => {
    event.preventDefault();
    const line = Number(typed.replace(/\D/g, ''));
    if (line >= 1) onGo(Math.min(line, total ?? line));
  };
  return (
    <form onSubmit={go} className="flex items-center gap-1.5">
      <label htmlFor={id} className="text-dim text-sm">
        Line
      </label>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        className="min-h-8.5 w-24 rounded-md border border-edge bg-bg px-2.5 py-1 pointer-coarse:min-h-11"
      />
      <Button type="submit">Go</Button>
    </form>
  );
}
