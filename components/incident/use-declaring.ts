'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { type Declaration, declareIncident } from '@/lib/client/outbox/declare-incident';
import type { DeclareStart } from './declare-choices';
import type { DeclaredMore } from './declare-more';

interface Asked {
  title: string;
  severity: string;
  services: string[];
  more: DeclaredMore;
  start: DeclareStart;
}

function toDeclaration({ title, severity, services, more, start }: Asked): Declaration {
  const { isPrivate, impactStartedAt, detectedAt } = more;
  const { failureClass, ticked } = start;
  const people = more.people.split(',').filter(Boolean);
  return {
    ...{ title: title.trim(), severity, services },
    ...(impactStartedAt && { impactStartedAt }),
    ...(detectedAt && { detectedAt }),
    ...(failureClass && { failureClass: failureClass.id }),
    ...(ticked && { ticked }),
    ...(isPrivate && { isPrivate, ...(people.length > 0 && { people }) }),
  };
}

/** Sends the declaration once and goes to the record. When refused: the words why, and the form stays as it is. */
export function useDeclaring(asked: Asked, onDone: () => void) {
  const router = useRouter();
  const [isBusy, setIsBusy] = useState(false);
  const [words, setWords] = useState<string | null>(null);
  const send = async () => {
    setIsBusy(true);
    setWords(null);
    const answer = await declareIncident(toDeclaration(asked)).catch(() => null);
    setIsBusy(false);
    if (!answer?.ok)
      return setWords(answer?.words ?? 'The console does not answer. What you typed is kept; try again.');
    asked.start.onDeclared?.(answer.number);
    onDone();
    router.push(`/incidents/${answer.number}`);
  };
  const declare = (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    if (asked.title.trim() === '') return setWords('Say in a few words what is wrong.');
    void send();
  };
  return { declare, isBusy, words };
}
