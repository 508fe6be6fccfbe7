'use client';

import { useEffect, useState } from 'react';
import type { EvidenceRecipe } from '@/lib/domain/catalogue/evidence-guide';
import { captureLine, captureScript } from '@/lib/domain/evidence/capture-command';
import type { EvidenceState } from '@/lib/domain/evidence/evidence';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { Time } from '../ui/time';
import { CopyCommand } from './copy-command';

interface CaptureDialogProps {
  number: string;
  /** What was asked for, in the catalogue's order. */
  recipes: EvidenceRecipe[];
  evidence: EvidenceState;
  onClose: () => void;
}

type Token =
  | { state: 'asking' }
  | { state: 'failed'; words: string }
  | { state: 'ready'; token: string; expiresAt: string };

/** A token of its own for each opening: shown once, good for half an hour, and only to add evidence here. */
function useToken(number: string): [Token, () => void] {
  const [token, setToken] = useState<Token>({ state: 'asking' });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `attempt` asks anew
  useEffect(() => {
    let isCurrent = true;
    const say = (next: Token) => isCurrent && setToken(next);
    say({ state: 'asking' });
    fetch(`/api/v1/incidents/${number}/capture-tokens`, { method: 'POST' }).then(
      async (response) => {
        const body = (await response.json().catch(() => ({}))) as Partial<Record<string, string>>;
        const { token: made, expiresAt, detail, title } = body;
        if (response.ok && made && expiresAt) say({ state: 'ready', token: made, expiresAt });
        else say({ state: 'failed', words: detail ?? title ?? 'The console made no token.' });
      },
      () => say({ state: 'failed', words: 'The console cannot be reached.' }),
    );
    return () => {
      isCurrent = false;
    };
  }, [number, attempt]);
  return [token, () => setAttempt(attempt + 1)];
}

/** The capture commands, ready to paste into a shell, and what has arrived of each. Loaded late. */
export function CaptureDialog({ number, recipes, evidence, onClose }: CaptureDialogProps) {
  const [token, askAgain] = useToken(number);
  const savedAt = (id: string) => evidence.items.findLast(({ recipe }) => recipe === id)?.at ?? null;
  const left = recipes.filter(({ id }) => savedAt(id) === null);
  const url = `${window.location.origin}/api/v1/incidents/${number}/evidence`;
  return (
    <Dialog
      title="Save evidence"
      description="Paste this into a shell on the host. The output comes straight into the incident; a copy stays in /tmp."
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
          {recipes.length > 1 && (
            <section className="grid gap-1.5">
              <h3 className="font-semibold">{recipes.length === 2 ? 'Both' : `All ${recipes.length}`} as one script</h3>
              <CopyCommand look="go" label="Copy the script" command={captureScript(recipes, { url, ...token })} />
            </section>
          )}
          {recipes.map((recipe) => {
            const at = savedAt(recipe.id);
            return (
              <section key={recipe.id} className="grid gap-1.5">
                <h3 className="flex flex-wrap items-baseline gap-x-3">
                  <span className="font-semibold">{recipe.title}</span>
                  <span role="status" className={at ? 'text-ok text-sm' : 'text-dim text-sm'}>
                    {at ? (
                      <>
                        saved <Time iso={at} zone />
                      </>
                    ) : (
                      'not here yet'
                    )}
                  </span>
                </h3>
                {recipe.hint && <p className="text-dim text-sm">{recipe.hint}</p>}
                <CopyCommand
                  look={recipes.length > 1 ? 'quiet' : 'go'}
                  label={`Copy: ${recipe.title}`}
                  command={captureLine(recipe, { url, ...token })}
                />
              </section>
            );
          })}
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
