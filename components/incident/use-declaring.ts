'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { declareIncident } from '@/lib/client/outbox/declare-incident';

interface Asked {
  title: string;
  severity: string;
  services: string[];
}

/** Sends the declaration once and goes to the record. When refused: the words why, and the form stays as it is. */
export function useDeclaring(asked: Asked, onDone: () => void) {
  const router = useRouter();
  const [isBusy, setIsBusy] = useState(false);
  const [words, setWords] = useState<string | null>(null);
  const send = async () => {
    setIsBusy(true);
    setWords(null);
    const answer = await declareIncident({ ...asked, title: asked.title.trim() }).catch(() => null);
    setIsBusy(false);
    if (!answer?.ok)
      return setWords(answer?.words ?? 'The console does not answer. What you typed is kept; try again.');
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
