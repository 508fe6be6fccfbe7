'use client';

import { useRouter } from 'next/navigation';
import { useActions } from '@/components/incident/actions-provider';
import { waiveId } from '@/components/incident/evidence-actions';
import { KnownBar } from '@/components/triage/known-bar';
import { NowBar } from '@/components/triage/now-bar';
import { Button } from '@/components/ui/button';
import { buttonLook } from '@/components/ui/button-look';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import type { Actor } from '@/lib/domain/access/actor';
import { isAllowed, readsInside } from '@/lib/domain/access/who-may';
import { stakeholderLine } from '@/lib/domain/comms/stakeholder-line';
import type { RecordState } from '@/lib/domain/record-state';
import type { NowAct } from '@/lib/domain/triage/now-line';
import { useLiveFacts } from './live-facts';
import type { RecordCatalogue } from './record-catalogue';
import { useNowLine } from './use-now-line';

interface NowHereProps {
  state: RecordState;
  actor: Actor;
  catalogue: RecordCatalogue;
  onTick: (checklistId: string, itemId: string) => void;
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

/** What the button says and does; null when this person may not do it. */
function useActButton(
  { state, actor, onTick, onSetClass, onCallBackup, onCapture }: NowHereProps,
  act: NowAct | undefined,
) {
  const { actions, run } = useActions();
  const router = useRouter();
  const byId = (id: string) => {
    const action = actions.find((candidate) => candidate.id === id);
    return action ? { label: action.label, go: () => run(id) } : null;
  };
  const { number } = state.incident;
  const page = (label: string, to: string) => ({ label, go: () => router.push(`/incidents/${number}/${to}`) });
  switch (act?.kind) {
    case undefined:
      return null;
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
      return readsInside(actor.role) ? page('Open the postmortem', 'postmortem') : null;
    case 'write_update':
      return isAllowed(actor.role, 'comms.send_update') ? page('Write the update', 'comms') : null;
    case 'post_texts':
      return isAllowed(actor.role, 'comms.mark_posted') ? page('Post the texts', 'comms#to-post') : null;
    case 'tick':
      return isAllowed(actor.role, 'triage.tick')
        ? { label: 'Done', go: () => onTick(act.checklistId, act.itemId) }
        : null;
    case 'capture':
      return isAllowed(actor.role, 'evidence.add')
        ? { label: 'Save evidence', go: () => onCapture(act.recipes) }
        : null;
    case 'set_class':
      return isAllowed(actor.role, 'triage.set_failure_class')
        ? { label: 'Set the class', go: () => onSetClass(act.failureClass, act.because) }
        : null;
    case 'call_backup':
      return isAllowed(actor.role, 'triage.call_backup') ? { label: 'Call backup', go: onCallBackup } : null;
  }
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

/** The NOW line of this record, with its one button; the key `.` presses it. */
function NextHere(props: NowHereProps) {
  const { state, actor, catalogue } = props;
  const line = useNowLine(state, actor, catalogue);
  const button = useActButton(props, line.act);
  useShortcuts(button ? { '.': button.go } : {});
  return (
    <NowBar line={line}>
      {line.act?.kind === 'tick' && <Links links={line.act.links} />}
      {line.act?.kind === 'capture' && <GoOnWithout recipes={line.act.recipes} />}
      {button && (
        <Button look="go" aria-keyshortcuts="." onClick={button.go}>
          {button.label}
        </Button>
      )}
    </NowBar>
  );
}
