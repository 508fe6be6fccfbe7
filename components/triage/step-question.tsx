'use client';

import { type FormEvent, type ReactNode, useState } from 'react';
import { useDraft } from '@/lib/client/outbox/use-draft';
import { serverNowMs } from '@/lib/client/store/server-clock';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { utcClock } from '../ui/format-time';
import { SubmitHint, submitOnCtrlEnter } from '../ui/submit-keys';
import { TextArea } from '../ui/text-area';
import { TextField } from '../ui/text-field';
import { comingMoment } from './coming-moment';
import { PersonChoice } from './person-choice';
import type { StepActions } from './step-actions';
import type { StepQuestion as Question } from './step-menu';
import type { StepView } from './step-view';

interface StepQuestionProps {
  number: string;
  question: Question;
  step: StepView;
  actions: StepActions;
  /** Who asks. */
  meId: string;
  onClose: () => void;
}

interface AskProps {
  problem: string | null;
  verb: string;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

function Ask({ problem, verb, onSubmit, onClose, children }: AskProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form onSubmit={submit} onKeyDown={submitOnCtrlEnter} className="grid gap-4" noValidate>
      {children}
      <p role="alert" className="text-down empty:hidden">
        {problem}
      </p>
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" look="go">
          {verb}
          <SubmitHint />
        </Button>
      </div>
    </form>
  );
}

function Skip({ number, step, actions, onClose }: StepQuestionProps) {
  const [reason, setReason, clear] = useDraft(`skip/${number}/${step.key}`);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = () => {
    if (reason.trim() === '') return setProblem('Say why, in a few words. Others will read it.');
    actions.skip(step, reason.trim());
    clear();
    onClose();
  };
  return (
    <Ask problem={problem} verb="Skip" onSubmit={submit} onClose={onClose}>
      <TextArea
        label="Why it is not needed"
        rows={2}
        maxLength={500}
        required
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Ask>
  );
}

function Due({ step, actions, onClose }: StepQuestionProps) {
  const [clock, setClock] = useState(() => (step.dueAt ? utcClock(Date.parse(step.dueAt)) : ''));
  const [problem, setProblem] = useState<string | null>(null);
  const submit = () => {
    const dueAt = comingMoment(clock, serverNowMs());
    if (!dueAt) return setProblem('Give a time, such as 03:30.');
    actions.setDue(step, dueAt);
    onClose();
  };
  return (
    <Ask problem={problem} verb="Set" onSubmit={submit} onClose={onClose}>
      <TextField
        label="Due at, UTC"
        type="time"
        required
        value={clock}
        onChange={(event) => setClock(event.target.value)}
      />
    </Ask>
  );
}

const titles: Record<Question, string> = { skip: 'Skip this step', assign: 'Who does this?', due: 'Until when?' };

/** Asks what a step's action needs to know. Loaded late. */
export function StepQuestion(props: StepQuestionProps) {
  const { question, step, actions, meId, onClose } = props;
  return (
    <Dialog title={titles[question]} description={step.item.title} onClose={onClose}>
      {question === 'skip' && <Skip {...props} />}
      {question === 'due' && <Due {...props} />}
      {question === 'assign' && (
        <PersonChoice
          {...{ meId }}
          chosenId={step.assignedTo?.id ?? null}
          onChoose={(personId) => {
            actions.assign(step, personId);
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}
