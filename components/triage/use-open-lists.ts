'use client';

import { useEffect, useState } from 'react';
import type { ListView } from './step-view';

/** Somebody's choice for one list; it holds until there is nothing left to do in it, or something again. */
interface Choice {
  isOpen: boolean;
  wasFinished: boolean;
}

type Choices = Record<string, Choice>;

const placeOf = (number: string) => `checklists-open.${number}`;

function read(number: string): Choices {
  try {
    return (JSON.parse(localStorage.getItem(placeOf(number)) ?? '{}') ?? {}) as Choices;
  } catch {
    return {};
  }
}

function keep(number: string, choices: Choices): void {
  try {
    localStorage.setItem(placeOf(number), JSON.stringify(choices));
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

function isOpenBy(choices: Choices, { id }: ListView, isDone: boolean): boolean {
  const choice = Object.hasOwn(choices, id) ? choices[id] : undefined;
  return choice?.wasFinished === isDone ? choice.isOpen : !isDone;
}

interface Standing {
  isHeld: boolean;
  /** True once the incident is resolved, closed or merged. */
  isOver: boolean;
}

/**
 * Which checklists are unfolded: those with something left to do while the incident goes on, and what this person chose in
 * this browser. While somebody's hand is on the lists (`isHeld`), none folds by itself.
 */
export function useOpenLists(number: string, lists: readonly ListView[], { isHeld, isOver }: Standing) {
  const isDone = ({ isFinished }: ListView) => isFinished || isOver;
  const [choices, setChoices] = useState<Choices>({});
  const [held, setHeld] = useState<ReadonlySet<string> | null>(null);
  useEffect(() => setChoices(read(number)), [number]);
  const wanted = new Set(lists.filter((list) => isOpenBy(choices, list, isDone(list))).map(({ id }) => id));
  if (isHeld && !held) setHeld(wanted);
  if (!isHeld && held) setHeld(null);
  // What is opened meanwhile shows at once; what would fold waits.
  const open = isHeld && held ? new Set([...held, ...wanted]) : wanted;
  const toggle = (list: ListView) => {
    const isOpen = !open.has(list.id);
    const next = { ...choices, [list.id]: { isOpen, wasFinished: isDone(list) } };
    setChoices(next);
    keep(number, next);
    if (held && !isOpen) setHeld(new Set([...held].filter((id) => id !== list.id)));
  };
  return { isOpen: (id: string) => open.has(id), toggle };
}
