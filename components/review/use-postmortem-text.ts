'use client';

import { useDraft } from '@/lib/client/outbox/use-draft';
import type { PostmortemView } from '@/lib/domain/review/postmortem-view';

const NONE = 'draft';
const versionOf = (savedSeq: number | null) => (savedSeq === null ? NONE : String(savedSeq));

/**
 * What is being written: kept in this browser with every keystroke, together with the version it was begun from, so that
 * after a reload it is still known whether somebody else saved meanwhile.
 */
export function usePostmortemText(known: PostmortemView) {
  const [typed, setTyped, clearTyped] = useDraft(`postmortem/${known.number}`);
  const [begunFrom, setBegunFrom, clearBegunFrom] = useDraft(`postmortem-from/${known.number}`);
  const isUnsaved = typed !== '' && typed !== known.text;
  const from = isUnsaved && begunFrom !== '' ? begunFrom : versionOf(known.savedSeq);
  return {
    text: isUnsaved ? typed : known.text,
    isUnsaved,
    /** Somebody else saved since this text was begun. */
    isBehind: isUnsaved && from !== versionOf(known.savedSeq),
    from: from === NONE ? null : Number(from),
    write: (text: string) => {
      if (!isUnsaved) setBegunFrom(versionOf(known.savedSeq));
      setTyped(text);
    },
    /** Both texts were read: what is saved next replaces the newest. */
    catchUp: () => setBegunFrom(versionOf(known.savedSeq)),
    forget: () => {
      clearTyped();
      clearBegunFrom();
    },
  };
}
