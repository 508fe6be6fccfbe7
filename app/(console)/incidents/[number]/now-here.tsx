'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useActions } from '@/components/incident/actions-provider';
import { waiveId } from '@/components/incident/evidence-actions';
import { doingWords } from '@/components/triage/doing-words';
import { KnownBar } from '@/components/triage/known-bar';
import { NowBar } from '@/components/triage/now-bar';
import type { StepActions } from '@/components/triage/step-actions';
import { againToFinish, useNowStep } from '@/components/triage/use-now-step';
import { Button } from '@/components/ui/button';
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
function useStepButton(props: NowHereProps, act: NowAct | undefined): ActButton | null {
  const { state, actor, steps, onCapture, onCallBackup } = props;
  const { incident } = state;
  const { openChecklist: onOpenChecklist } = steps;
  const { perform, mayPerform } = usePerform({ incident, actor, onCapture, onOpenChecklist, onCallBackup });
  switch (act?.kind) {
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

/** The NOW line of this record, with its one button; the key `.` presses it. */
function NextHere(props: NowHereProps) {
  const { state, actor, catalogue, steps } = props;
  const line = useNowLine(state, actor, catalogue);
  const { isOpened, buttons } = useNowStep(stepOf(line.act, steps));
  const [onStep, onIncident] = [useStepButton(props, line.act), useIncidentButton(props, line.act)];
  const button = onStep ?? onIncident;
  useShortcuts(button ? { '.': button.go } : {});
  return (
    <NowBar line={isOpened ? { ...line, why: `${line.why} ${againToFinish}` } : line}>
      {line.act?.kind === 'capture' && <GoOnWithout recipes={line.act.recipes} />}
      {buttons}
      {button && (
        <Button look="go" aria-keyshortcuts="." onClick={button.go}>
          {button.label}
        </Button>
      )}
    </NowBar>
  );
}

/** The step that is ticked or answered right in the line. */
function stepOf(act: NowAct | undefined, { toggle, answer }: NowHereProps['steps']) {
  if (act?.kind !== 'tick' && act?.kind !== 'answer') return null;
  return {
    key: `${act.checklistId}/${act.itemId}`,
    links: act.kind === 'tick' ? act.links : [],
    answers: act.kind === 'answer' ? act.answers : [],
    onDone: () => toggle(act, false),
    onAnswer: (one: string) => answer(act, one),
  };
}
