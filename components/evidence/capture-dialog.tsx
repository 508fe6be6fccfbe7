'use client';

import { useState } from 'react';
import type { EvidenceRecipe } from '@/lib/domain/catalogue/evidence-guide';
import { captureLine, captureScript } from '@/lib/domain/evidence/capture-command';
import type { Capture } from '@/lib/domain/evidence/capture-of';
import type { EvidenceState } from '@/lib/domain/evidence/evidence';
import { isHad } from '@/lib/domain/incident/had-evidence';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Time } from '../ui/time';
import { CaptureSection } from './capture-section';
import { chosenCaptures, firstChoice, type InstanceChoice, type LiveInstance, optionsOf } from './chosen-captures';
import { CopyCommand } from './copy-command';
import { useCaptureToken } from './use-capture-token';

interface CaptureDialogProps {
  number: string;
  /** What was asked for, in the catalogue's order. */
  recipes: EvidenceRecipe[];
  evidence: EvidenceState;
  /** By recipe: why it is not required right now. */
  excused: Readonly<Record<string, string>>;
  instances: LiveInstance[];
  onClose: () => void;
}

interface CommandsProps extends Omit<CaptureDialogProps, 'onClose'> {
  token: string;
}

/** Alone it is one line; for several instances the same script as for several recipes. */
function commandOf(captures: readonly Capture[], target: { url: string; token: string }): string {
  const [only, ...more] = captures;
  return only && more.length === 0 ? captureLine(only, target) : captureScript(captures, target);
}

function Commands({ number, recipes, evidence, excused, instances, token }: CommandsProps) {
  const [chosen, setChosen] = useState<Record<string, InstanceChoice>>({});
  const target = { url: `${window.location.origin}/api/v1/incidents/${number}/evidence`, token };
  const choiceOf = (recipe: EvidenceRecipe) => chosen[recipe.id] ?? firstChoice(recipe, instances);
  const runs = recipes.map((recipe) => ({ recipe, captures: chosenCaptures(recipe, choiceOf(recipe)) }));
  const required = runs.filter(({ recipe }) => !Object.hasOwn(excused, recipe.id));
  const inScript = (required.length > 0 ? required : runs).flatMap(({ captures }) => captures);
  const count = new Set(inScript.map(({ recipe }) => recipe.id)).size;
  return (
    <>
      {recipes.length > 1 && (
        <section className="grid gap-1.5">
          <h3 className="font-semibold">
            {count === 1 ? 'What is required' : count === 2 ? 'Both' : `All ${count}`} as one script
          </h3>
          <CopyCommand look="go" label="Copy the script" command={captureScript(inScript, target)} />
        </section>
      )}
      {runs.map(({ recipe, captures }) => (
        <CaptureSection
          key={recipe.id}
          {...{ recipe, command: commandOf(captures, target), choice: choiceOf(recipe) }}
          last={evidence.items.findLast((item) => item.recipe === recipe.id) ?? null}
          excuse={excused[recipe.id] ?? null}
          options={optionsOf(recipe, instances)}
          isOnly={recipes.length === 1}
          onChoose={(choice) => setChosen({ ...chosen, [recipe.id]: choice })}
        />
      ))}
    </>
  );
}

/** The capture commands, ready to paste into a shell, and what has arrived of each. Loaded late. */
export function CaptureDialog({ onClose, ...props }: CaptureDialogProps) {
  const { number, recipes, evidence, excused } = props;
  const [token, askAgain] = useCaptureToken(number);
  const left = recipes.filter(({ id }) => !isHad(id, evidence) && !Object.hasOwn(excused, id));
  return (
    <Dialog
      title="Save evidence"
      description="Paste this into a shell on the host. The output comes straight into the incident, with how the command ended; a copy stays in /tmp."
      onClose={onClose}
    >
      {token.state === 'asking' && <p className="text-dim">Asking for a token…</p>}
      {token.state === 'failed' && (
        <p role="alert" className="flex flex-wrap items-center gap-3 text-down">
          {token.words} <Button onClick={askAgain}>Try again</Button>
        </p>
      )}
      {token.state === 'ready' && (
        <>
          <Commands {...props} token={token.token} />
          <p className="text-dim text-sm">
            The token in it only adds evidence to {number}, until <Time iso={token.expiresAt} zone />.
          </p>
        </>
      )}
      <div className="flex justify-end">
        <Button look={left.length === 0 ? 'go' : 'quiet'} onClick={onClose}>
          {left.length === 0 ? 'Done: all of it is here' : 'Close'}
        </Button>
      </div>
    </Dialog>
  );
}
