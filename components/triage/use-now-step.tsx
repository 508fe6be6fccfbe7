'use client';

import { type ReactNode, useRef, useState } from 'react';
import { Button } from '../ui/button';
import { buttonLook } from '../ui/button-look';
import { useShortcuts } from '../ui/use-shortcuts';

/** A step that the NOW line is about, and what can be done with it there. */
interface NowStep {
  key: string;
  links: readonly { label: string; url: string }[];
  /** Of a step that asks; empty for others. */
  answers: readonly string[];
  onDone: () => void;
  /** What the button says that does it; `Done` when absent. */
  doneWords?: string;
  onAnswer: (answer: string) => void;
}

interface NowStepParts {
  /** True once its link was opened: the next press says that it is done. */
  isOpened: boolean;
  buttons: ReactNode;
}

interface AnswersProps {
  answers: NowStep['answers'];
  onAnswer: NowStep['onAnswer'];
}

function Answers({ answers, onAnswer }: AnswersProps) {
  return answers.map((answer, index) => (
    <Button key={answer} look="go" aria-keyshortcuts={String(index + 1)} onClick={() => onAnswer(answer)}>
      {answer}
    </Button>
  ));
}

function Links({ links }: Pick<NowStep, 'links'>) {
  return links.map(({ label, url }) => (
    <a key={url} href={url} target="_blank" rel="noreferrer" className={buttonLook('quiet')}>
      Open {label}
    </a>
  ));
}

/**
 * Rule N23: the key `.` opens the step's link first and says that it is done when pressed again; of a step that asks, it
 * leads to the answers, and each number is one of them. Null: the line is about something else.
 */
export function useNowStep(step: NowStep | null): NowStepParts {
  const [openedKey, setOpenedKey] = useState('');
  const group = useRef<HTMLDivElement>(null);
  const [link] = step?.links ?? [];
  const isOpened = link !== undefined && step?.key === openedKey;
  const open = () => {
    if (!step || !link) return;
    setOpenedKey(step.key);
    window.open(link.url, '_blank', 'noreferrer');
  };
  const asks = step !== null && step.answers.length > 0;
  const press = link && !isOpened ? open : step?.onDone;
  const focus = () => group.current?.querySelector('button')?.focus();
  const numbers = (step?.answers ?? []).map((answer, index) => [String(index + 1), () => step?.onAnswer(answer)]);
  useShortcuts({ ...(press && { '.': asks ? focus : press }), ...Object.fromEntries(numbers) });
  if (!step) return { isOpened: false, buttons: null };
  const buttons = asks ? (
    <div ref={group} className="flex flex-wrap gap-2">
      <Answers answers={step.answers} onAnswer={step.onAnswer} />
    </div>
  ) : (
    <>
      {isOpened && <Links links={step.links} />}
      <Button look="go" aria-keyshortcuts="." onClick={press}>
        {link && !isOpened ? `Open ${link.label}` : (step.doneWords ?? 'Done')}
      </Button>
    </>
  );
  return { isOpened, buttons };
}

/** What the line adds once the link was opened. */
export const againToFinish = 'Again to mark it done.';
