'use client';

import { useDraft } from '../outbox/use-draft';

/** What somebody did before there was an incident; kept in this browser until it is declared. Times are ISO UTC. */
export interface TriageDraft {
  startedAt: string;
  /** By `checklist/step`: when it was ticked. */
  ticked: Record<string, string>;
  failureClass: string | null;
  /** By `checklist/step`: what was answered. Drafts of before have none. */
  answers?: Record<string, string>;
}

/** The triage of this person in this browser; null while they have not begun. `nowMs` is the server's time. */
export function useTriageDraft(nowMs: number) {
  const nowIso = () => new Date(nowMs).toISOString();
  const [text, setText, clear] = useDraft('triage');
  const draft = text === '' ? null : (JSON.parse(text) as TriageDraft);
  const keep = (changed: Partial<TriageDraft>) => {
    const known: TriageDraft = draft ?? { startedAt: nowIso(), ticked: {}, failureClass: null };
    setText(JSON.stringify({ ...known, ...changed }));
  };
  return {
    draft,
    clear,
    begin: () => keep({}),
    setClass: (failureClass: string) => keep({ failureClass }),
    answer: (key: string, answer: string) =>
      keep({
        ticked: { ...draft?.ticked, [key]: draft?.ticked[key] ?? nowIso() },
        answers: { ...draft?.answers, [key]: answer },
      }),
    toggle: (key: string) => {
      const { [key]: known, ...others } = draft?.ticked ?? {};
      keep({ ticked: known ? others : { ...others, [key]: nowIso() } });
    },
  };
}
