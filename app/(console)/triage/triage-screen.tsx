'use client';

import { LiveNowPanel } from '@/components/degradation/live-now-panel';
import { ClassPicker } from '@/components/triage/class-picker';
import { DraftSteps } from '@/components/triage/draft-steps';
import { goToClasses } from '@/components/triage/go-to-classes';
import { NowBar } from '@/components/triage/now-bar';
import { againToFinish, useNowStep } from '@/components/triage/use-now-step';
import { Button } from '@/components/ui/button';
import { useShortcuts } from '@/components/ui/use-shortcuts';
import type { Checklist } from '@/lib/domain/catalogue/catalogue';
import type { Escalation } from '@/lib/domain/catalogue/escalation';
import type { FailureClass } from '@/lib/domain/catalogue/failure-class';
import type { OpenStep } from '@/lib/domain/triage/list-open-steps';
import type { NowLine } from '@/lib/domain/triage/now-line';
import { useLiveFacts } from '../incidents/[number]/live-facts';
import { useTriage } from './use-triage';

interface TriageScreenProps {
  checklists: Checklist[];
  failureClasses: FailureClass[];
  escalation: Escalation;
}

/** Says what to do when nothing has begun yet. */
function Begin({ onBegin }: { onBegin: () => void }) {
  return (
    <div className="mx-auto grid max-w-lg justify-items-start gap-3 px-5 py-12">
      <h1 className="font-semibold text-xl">You were paged?</h1>
      <p className="text-dim">
        Five minutes, step by step. What you tick is kept in this browser with its time, and becomes part of the
        incident when you declare one.
      </p>
      <Button look="go" onClick={onBegin} aria-keyshortcuts=".">
        Start the five minutes
      </Button>
    </div>
  );
}

function toNowStep(
  { key, item }: OpenStep,
  { toggle, answer }: Pick<ReturnType<typeof useTriage>, 'toggle' | 'answer'>,
) {
  const { links = [], question } = item;
  return {
    ...{ key, links, answers: question?.answers ?? [] },
    ...(item.isClassifying
      ? { doneWords: 'Choose the failure class', onDone: goToClasses }
      : { onDone: () => toggle(key) }),
    onAnswer: (one: string) => answer(key, one),
  };
}

function lineOf(
  next: string | null,
  isLate: boolean,
  { unclassified, contacts }: Escalation,
  isOpened: boolean,
): NowLine {
  if (!isLate)
    return next
      ? { rule: 'N12', say: next, why: `Next in the first five minutes.${isOpened ? ` ${againToFinish}` : ''}` }
      : { rule: 'N13', say: 'Declare the incident, if users feel it.', why: 'No step is left.' };
  const contact = contacts.find(({ id }) => id === unclassified.invite)?.label ?? unclassified.invite;
  return {
    rule: 'N8',
    say: `Declare ${unclassified.severity} and call the ${contact.toLowerCase()}.`,
    why: `Not classified after ${unclassified.afterMinutes} minutes. ${unclassified.advice}`,
  };
}

/** The first five minutes as a draft of one's own: steps, symptoms, the clock; one key makes it the incident. */
export function TriageScreen({ checklists, failureClasses, escalation }: TriageScreenProps) {
  const { matrix, advice, silentSince, nowMs } = useLiveFacts();
  const triage = useTriage({ checklists, failureClasses, escalation, matrix: advice, nowMs });
  const { next, isLate } = triage;
  const step = triage.hasBegun && next && !isLate ? toNowStep(next, triage) : null;
  const { isOpened, buttons } = useNowStep(step);
  useShortcuts(step ? {} : { '.': triage.hasBegun ? triage.declare : triage.begin });
  if (!triage.hasBegun) return <Begin onBegin={triage.begin} />;
  return (
    <div data-fill className="flex min-h-0 flex-1 flex-col gap-3 px-4 py-3 sm:px-5">
      <h1 className="font-semibold text-xl tracking-tight">The first five minutes</h1>
      <NowBar line={lineOf(next?.item.title ?? null, isLate, escalation, isOpened)}>
        {buttons}
        <Button look={isLate || !next ? 'loud' : 'quiet'} onClick={triage.declare}>
          Declare…
        </Button>
        <Button look="bare" onClick={triage.clear}>
          It was nothing
        </Button>
      </NowBar>
      <div className="grid min-h-0 flex-1 gap-3.5 md:grid-cols-2 lg:grid-cols-3">
        <DraftSteps
          {...{ triage: triage.state, reasonFor: triage.reasonFor }}
          onToggle={triage.toggle}
          onAnswer={triage.answer}
        />
        <ClassPicker
          ranked={triage.ranked}
          known={triage.known}
          leftMs={triage.leftMs}
          maySet
          asOf={silentSince}
          onSet={triage.setClass}
        />
        <LiveNowPanel matrix={matrix} serviceIds={[]} nowMs={nowMs} />
      </div>
    </div>
  );
}
