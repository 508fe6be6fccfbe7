'use client';

import { type RefObject, useEffect } from 'react';

/** A link that leads to other filters fills the form with them; the field that somebody types in is left alone. */
export function useFollowAddress(form: RefObject<HTMLFormElement | null>, asked: Record<string, string>): void {
  const known = JSON.stringify(asked);
  useEffect(() => {
    const wanted = JSON.parse(known) as Record<string, string>;
    for (const field of form.current?.elements ?? []) {
      const isField = field instanceof HTMLInputElement || field instanceof HTMLSelectElement;
      if (isField && field !== document.activeElement) field.value = wanted[field.name] ?? '';
    }
  }, [form, known]);
}
