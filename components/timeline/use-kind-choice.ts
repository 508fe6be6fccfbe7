'use client';

import { type KeyboardEvent, useId, useState } from 'react';
import type { NoteKind } from '@/lib/domain/timeline/events';
import { offeredKinds } from './slash-command';

/** The list that `/` opens under the keys of the field. `onChoose` is called with the kind; the text is the caller's. */
export function useKindChoice(text: string, onChoose: (kind: NoteKind) => void) {
  const id = useId();
  const [active, setActive] = useState(0);
  const [closedAt, setClosedAt] = useState<string | null>(null);
  const kinds = closedAt === text ? [] : offeredKinds(text);
  const isOpen = kinds.length > 0;
  const current = Math.min(active, kinds.length - 1);

  /** True when the key was for the list. */
  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!isOpen || event.ctrlKey || event.metaKey || event.altKey) return false;
    const kind = kinds[current];
    if (event.key === 'ArrowDown') setActive((current + 1) % kinds.length);
    else if (event.key === 'ArrowUp') setActive((current - 1 + kinds.length) % kinds.length);
    else if (event.key === 'Escape') setClosedAt(text);
    else if ((event.key === 'Enter' || event.key === 'Tab') && kind) onChoose(kind);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  const fieldProps = {
    'aria-autocomplete': 'list' as const,
    'aria-haspopup': 'listbox' as const,
    ...(isOpen && { 'aria-controls': id, 'aria-activedescendant': `${id}-${current}` }),
  };
  return { id, kinds, active: current, isOpen, onKeyDown, fieldProps };
}
