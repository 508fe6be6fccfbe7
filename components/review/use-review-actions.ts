'use client';

import { useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { type Answer, postCommand } from '@/lib/client/outbox/post-command';
import type { PostmortemView } from '@/lib/domain/review/postmortem-view';

const wordsOf: Record<Exclude<Answer['kind'], 'done' | 'refused'>, string> = {
  signed_out: 'You are signed out. Sign in in another tab, then save again; your text stays here.',
  unknown: 'No answer from the server. Your text stays here; save again, it will not be saved twice.',
};

/** Sends the commands of this page and keeps what the server knows, read anew after each of them. */
export function useReviewActions(initial: PostmortemView) {
  const [known, setKnown] = useState(initial);
  const [isBusy, setIsBusy] = useState(false);
  const [words, setWords] = useState<string | null>(null);
  const sent = useRef({ commandId: '', body: '' });

  const readAnew = async () => {
    const response = await fetch(`/api/v1/incidents/${initial.number}/postmortem`, { cache: 'no-store' });
    if (response.ok) setKnown((await response.json()) as PostmortemView);
  };

  /** True once the server has it. The same again carries the same id, so that a lost answer never saves twice. */
  const send = async (type: string, input: object): Promise<boolean> => {
    const body = JSON.stringify([type, input]);
    if (sent.current.body !== body) sent.current = { commandId: uuidv7(), body };
    setIsBusy(true);
    setWords(null);
    const { commandId } = sent.current;
    const answer = await postCommand({ commandId, type, input: { number: initial.number, ...input } });
    if (answer.kind === 'done' || answer.kind === 'refused') {
      sent.current = { commandId: '', body: '' };
      await readAnew().catch(() => {});
    }
    setIsBusy(false);
    if (answer.kind !== 'done') setWords(answer.kind === 'refused' ? answer.words : wordsOf[answer.kind]);
    return answer.kind === 'done';
  };

  return { known, isBusy, words, send };
}
