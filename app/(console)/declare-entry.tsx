'use client';

import { useMemo, useRef } from 'react';
import { useDeclare } from '@/components/incident/declare-provider';
import { type PaletteEntry, useOfferToPalette } from '@/components/shell/palette-entries';

/** Puts declaring into the palette of every page, for those who may. */
export function DeclareEntry() {
  const declare = useDeclare();
  const latest = useRef(declare);
  latest.current = declare;
  const entries = useMemo<PaletteEntry[]>(
    () => [
      {
        ...{ id: 'declare', label: 'Declare an incident', group: 'Places', keywords: 'new start' },
        ...{ isView: true, run: () => latest.current?.() },
      },
    ],
    [],
  );
  useOfferToPalette(entries, 'frame');
  return null;
}
