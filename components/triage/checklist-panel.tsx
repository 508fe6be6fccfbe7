'use client';

import { useMemo, useState } from 'react';
import type { TriageState } from '@/lib/domain/triage/triage';
import { Panel } from '../ui/panel';
import { useHold } from '../ui/use-hold';
import { useLatePart } from '../ui/use-late-part';
import { ChecklistFoot } from './checklist-foot';
import { ChecklistRow } from './checklist-row';
import { ChecklistSection } from './checklist-section';
import { panelKeys } from './panel-keys';
import type { OpenableList } from './search-checklists';
import type { StepActions } from './step-actions';
import type { StepQuestion } from './step-menu';
import { type GateView, type ListView, type StepView, viewLists } from './step-view';
import { useOpenLists } from './use-open-lists';
import { useStepKeys } from './use-step-keys';

interface ChecklistPanelProps {
  number: string;
  /** The person who looks at it. */
  meId: string;
  triage: TriageState;
  gate: GateView;
  mayTick: boolean;
  /** True once the incident is over. */
  isOver: boolean;
  /** Keys of the steps with something that is not sent yet. */
  pendingKeys: ReadonlySet<string>;
  /** Why steps are not needed now, by key. */
  reasons: ReadonlyMap<string, string>;
  actions: StepActions;
  /** What can be opened beside what is open. */
  library: OpenableList[];
  nowMs: number;
  className?: string;
}

const loadQuestion = () => import('./step-question').then((module) => module.StepQuestion);

function sumOf(lists: readonly ListView[], what: 'settled' | 'total'): number {
  return lists.reduce((sum, list) => sum + list[what], 0);
}

/** The lists as they stand, what is unfolded, and the one step that Tab reaches. */
function useLists({ number, triage, gate, pendingKeys, reasons, isOver, mayTick }: ChecklistPanelProps) {
  const [focusedKey, setFocusedKey] = useState<string | null>(null);
  const { isHeld, hold } = useHold();
  const lists = useMemo(() => viewLists(triage, pendingKeys, gate, reasons), [triage, pendingKeys, gate, reasons]);
  const { isOpen, toggle } = useOpenLists(number, lists, { isHeld, isOver });
  const reachable = lists.filter(({ id }) => isOpen(id)).flatMap(({ steps }) => steps);
  const entry =
    reachable.find(({ key }) => key === focusedKey) ??
    reachable.find(({ tick, skip, notNeeded }) => !(tick ?? skip ?? notNeeded)) ??
    reachable[0];
  return { lists, isOpen, toggle, entry, setFocusedKey, hold, area: useStepKeys(mayTick) };
}

/** The checklists with who does what until when. One stop for Tab; arrows or J and K walk, Space or X ticks. */
export function ChecklistPanel(props: ChecklistPanelProps) {
  const { number, meId, triage, mayTick, actions, library, nowMs, className = '' } = props;
  const [asked, setAsked] = useState<{ question: StepQuestion; step: StepView } | null>(null);
  const { part: Question } = useLatePart(loadQuestion, asked !== null);
  const { lists, isOpen, toggle, entry, setFocusedKey, hold, area } = useLists(props);
  const all = lists.flatMap(({ steps }) => steps);
  const ask = (question: StepQuestion, step: StepView | undefined) => step && setAsked({ question, step });
  return (
    <Panel
      id="steps"
      title="Triage"
      aside={`${sumOf(lists, 'settled')} of ${sumOf(lists, 'total')}`}
      className={`min-h-0 ${className}`}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what its checkboxes bubble up */}
      <div
        {...hold}
        ref={area}
        className="scrolls min-h-0 flex-1 overflow-y-auto pb-2"
        onKeyDown={(event) =>
          panelKeys(event, (question, key) => {
            const step = all.find((one) => one.key === key);
            if (step && !step.tick && !step.skip) ask(question, step);
          })
        }
      >
        {lists.map((list) => (
          <ChecklistSection
            key={list.id}
            list={list}
            isOpen={isOpen(list.id)}
            onToggle={() => toggle(list)}
            renderStep={(step) => (
              <ChecklistRow
                {...{ step, mayTick, nowMs, actions }}
                isEntry={step === entry}
                onFocus={setFocusedKey}
                onAsk={ask}
              />
            )}
          />
        ))}
      </div>
      {mayTick && (
        <ChecklistFoot {...{ number, library, actions }} openIds={new Set(triage.checklists.map(({ id }) => id))} />
      )}
      {asked && Question && <Question {...{ number, meId, actions }} {...asked} onClose={() => setAsked(null)} />}
    </Panel>
  );
}
