'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { useActions } from '@/components/incident/actions-provider';
import { waiveId } from '@/components/incident/evidence-actions';
import { doingWords } from '@/components/triage/doing-words';
import { KnownBar } from '@/components/triage/known-bar';
import { NowBar } from '@/components/triage/now-bar';
import type { StepActions } from '@/components/triage/step-actions';
import { Button } from '@/components/ui/button';
import { buttonLook } from '@/components/ui/button-look';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import type { Actor } from '@/lib/domain/access/actor';
import { readsInside } from '@/lib/domain/access/who-may';
import { stakeholderLine } from '@/lib/domain/comms/stakeholder-line';
import type { RecordState } from '@/lib/domain/record-state';
import type { NowAct } from '@/lib/domain/triage/now-line';
import { useLiveFacts } from './live-facts';
import type { RecordCatalogue } from './record-catalogue';
import { useNowLine } from './use-now-line';
import { usePerform } from './use-perform';

interface NowHereProps {
  state: RecordState;
  actor: Actor;
  catalogue: RecordCatalogue;
  steps: Pick<StepActions, 'toggle' | 'answer' | 'openChecklist'>;
  onAsk: (text: string) => void;
  onSetClass: (failureClass: string, because: string) => void;
  onCallBackup: () => void;
  onCapture: (recipes: readonly string[]) => void;
}

const moves = {
  investigating: 'go-back',
  identified: 'identify',
  mitigated: 'mitigate',
  resolved: 'resolve',
  closed: 'close',
};

/** What the button says and does. */
interface ActButton {
  label: string;
  go: () => void;
}

/** For what the line says of a step; null for another act, or when this person may not do it. */
function useStepButton(props: NowHereProps, act: NowAct | undefined, focusAnswers: () => void): ActButton | null {
  const { state, actor, steps, onCapture, onCallBackup } = props;
  const { number } = state.incident;
  const { openChecklist: onOpenChecklist } = steps;
  const { perform, mayPerform } = usePerform({ number, actor, onCapture, onOpenChecklist, onCallBackup });
  const link = useLinkFirst(act);
  switch (act?.kind) {
    case 'tick':
      return link ?? { label: 'Done', go: () => steps.toggle(act, false) };
    case 'answer':
      return { label: '', go: focusAnswers };
    case 'perform':
      return mayPerform(act.doing) ? { label: doingWords(act.doing), go: () => perform(act.doing) } : null;
    case 'capture':
      return { label: 'Save evidence', go: () => onCapture(act.recipes) };
    default:
      return null;
  }
}

/** The button of an act that is about the incident rather than one step. */
function useIncidentButton(props: NowHereProps, act: NowAct | undefined): ActButton | null {
  const { state, onAsk, onSetClass, onCallBackup } = props;
  const { actions, run } = useActions();
  const router = useRouter();
  const [askedFor, setAskedFor] = useState('');
  const { number } = state.incident;
  const byId = (id: string) => {
    const action = actions.find((candidate) => candidate.id === id);
    return action ? { label: action.label, go: () => run(id) } : null;
  };
  const page = (label: string, to: string) => ({ label, go: () => router.push(`/incidents/${number}/${to}`) });
  switch (act?.kind) {
    case 'open_incident':
      return { label: `Open ${act.number}`, go: () => router.push(`/incidents/${act.number}`) };
    case 'take_command':
      return byId('take-command');
    case 'accept_command':
      return byId('accept-command');
    case 'raise_severity':
      return byId(`severity-${act.to}`);
    case 'move':
      return byId(moves[act.to]);
    case 'postmortem':
      return page('Open the postmortem', 'postmortem');
    case 'write_update':
      return page('Write the update', 'comms');
    case 'post_texts':
      return page('Post the texts', 'comms#to-post');
    case 'set_class':
      return { label: 'Set the class', go: () => onSetClass(act.failureClass, act.because) };
    case 'call_backup':
      return { label: 'Call backup', go: onCallBackup };
    case 'ask':
      return act.text === askedFor ? null : ask(act, () => setAskedFor(act.text), onAsk);
    default:
      return null;
  }
}

function ask({ name, text }: Extract<NowAct, { kind: 'ask' }>, onAsked: () => void, onAsk: (text: string) => void) {
  return {
    label: `Ask ${name}`,
    go: () => {
      onAsked();
      onAsk(text);
    },
  };
}

/** Before a step with a link is done, its link is opened; null once it was. */
function useLinkFirst(act: NowAct | undefined) {
  const [openedKey, setOpenedKey] = useState('');
  const [link] = act?.kind === 'tick' ? act.links : [];
  const key = act?.kind === 'tick' ? `${act.checklistId}/${act.itemId}` : '';
  if (!link || key === openedKey) return null;
  return {
    label: `Open ${link.label}`,
    go: () => {
      setOpenedKey(key);
      window.open(link.url, '_blank', 'noreferrer');
    },
  };
}

function Answers({ act, onAnswer }: { act: NowAct | undefined; onAnswer: (answer: string) => void }) {
  if (act?.kind !== 'answer') return null;
  return act.answers.map((answer, index) => (
    <Button key={answer} look="go" aria-keyshortcuts={String(index + 1)} onClick={() => onAnswer(answer)}>
      {answer}
    </Button>
  ));
}

function Links({ links }: { links: { label: string; url: string }[] }) {
  return links.map(({ label, url }) => (
    <a key={url} href={url} target="_blank" rel="noreferrer" className={buttonLook('quiet')}>
      Open {label}
    </a>
  ));
}

/** Beside saving what is missing; only for the one who commands. */
function GoOnWithout({ recipes }: { recipes: readonly string[] }) {
  const { actions, run } = useActions();
  const id = waiveId(recipes);
  if (!actions.some((action) => action.id === id)) return null;
  return <Button onClick={() => run(id)}>Go on without…</Button>;
}

/** Rule N30: who follows is told what is known; nothing is asked of them. */
function KnownHere({ state }: { state: RecordState }) {
  const { matrix, advice, silentSince, nowMs } = useLiveFacts();
  const { incident, comms } = state;
  const known = { sentence: advice.sentence, rows: matrix.rows, silentSince };
  return <KnownBar line={stakeholderLine({ incident, comms }, known, nowMs)} />;
}

/** What this person needs first: the next best action, or for who follows what is known. */
export function NowHere(props: NowHereProps) {
  return readsInside(props.actor.role) ? <NextHere {...props} /> : <KnownHere state={props.state} />;
}

/** Each answer by its number. */
function answerKeys(act: NowAct | undefined, onAnswer: (answer: string) => void): Record<string, () => void> {
  if (act?.kind !== 'answer') return {};
  return Object.fromEntries(act.answers.map((answer, index) => [String(index + 1), () => onAnswer(answer)]));
}

/** The NOW line of this record, with its one button; the key `.` presses it. */
function NextHere(props: NowHereProps) {
  const { state, actor, catalogue, steps } = props;
  const line = useNowLine(state, actor, catalogue);
  const answers = useRef<HTMLDivElement>(null);
  const onStep = useStepButton(props, line.act, () => answers.current?.querySelector('button')?.focus());
  const onIncident = useIncidentButton(props, line.act);
  const button = onStep ?? onIncident;
  const onAnswer = (answer: string) => {
    if (line.act?.kind === 'answer') steps.answer(line.act, answer);
  };
  useShortcuts({ ...(button ? { '.': button.go } : {}), ...answerKeys(line.act, onAnswer) });
  const isOpened = line.act?.kind === 'tick' && line.act.links.length > 0 && button?.label === 'Done';
  return (
    <NowBar line={isOpened ? { ...line, why: `${line.why} Again to mark it done.` } : line}>
      {isOpened && line.act?.kind === 'tick' && <Links links={line.act.links} />}
      {line.act?.kind === 'capture' && <GoOnWithout recipes={line.act.recipes} />}
      <div ref={answers} className="flex flex-wrap gap-2 empty:hidden">
        <Answers act={line.act} onAnswer={onAnswer} />
      </div>
      {button && button.label !== '' && (
        <Button look="go" aria-keyshortcuts="." onClick={button.go}>
          {button.label}
        </Button>
      )}
    </NowBar>
  );
}
