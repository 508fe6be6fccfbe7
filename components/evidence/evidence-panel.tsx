'use client';

import { useRef } from 'react';
import type { UploadView } from '@/lib/client/evidence/upload-view';
import type { EvidenceRecipe } from '@/lib/domain/catalogue/evidence-guide';
import type { EvidenceState } from '@/lib/domain/evidence/evidence';
import { isHad, isTaken } from '@/lib/domain/incident/had-evidence';
import { Panel } from '../ui/panel';
import { AttemptLine } from './attempt-line';
import type { FileActions } from './file-actions';
import { RecipeLine } from './recipe-line';
import { SavedLine } from './saved-line';
import { UploadLine } from './upload-line';

interface EvidencePanelProps {
  number: string;
  evidence: EvidenceState;
  recipes: EvidenceRecipe[];
  /** Ids of what locks a step right now. */
  locking: ReadonlySet<string>;
  /** By recipe: why it is not required right now. */
  excused: Readonly<Record<string, string>>;
  /** By recipe: the name of the service that it asks. */
  sources: Readonly<Record<string, string>>;
  /** Null for who may only read. */
  files: FileActions | null;
  uploads: readonly UploadView[];
  mayAdd: boolean;
  /** True while files are held over the page. */
  isOver: boolean;
  onCapture: (recipes: readonly string[]) => void;
  onFiles: (files: readonly File[]) => void;
  onStop: (id: number) => void;
  onForget: (id: number) => void;
}

const button = 'rounded-sm font-semibold text-accent hover:underline pointer-coarse:py-2.5';

/** What was saved, what is still to be saved, and the ways to add more: command, drop, paste, pick. */
export function EvidencePanel(props: EvidencePanelProps) {
  const { number, evidence, recipes, locking, uploads, mayAdd, files, isOver, onCapture, onFiles } = props;
  const picker = useRef<HTMLInputElement>(null);
  const others = evidence.items.filter(({ recipe }) => !recipes.some(({ id }) => id === recipe));
  const had = recipes.filter(({ id }) => isHad(id, evidence)).length;
  return (
    <div className={isOver ? 'rounded-lg outline-2 outline-accent outline-dashed' : ''}>
      <Panel title="Evidence" aside={`${had} of ${recipes.length}`}>
        <ul className="py-1">
          {recipes.map((recipe) => (
            <RecipeLine
              key={recipe.id}
              {...{ number, recipe, evidence, mayAdd, files, onCapture }}
              excuse={props.excused[recipe.id] ?? null}
              source={props.sources[recipe.id] ?? null}
              isLocking={locking.has(recipe.id)}
            />
          ))}
          {others.map((item) =>
            isTaken(item) ? (
              <SavedLine key={item.evidenceId} number={number} item={item} />
            ) : (
              <AttemptLine key={item.evidenceId} {...{ number, item, files }} source={null} />
            ),
          )}
          {uploads.map((upload) => (
            <UploadLine
              key={upload.id}
              upload={upload}
              kept={evidence.items.find(({ evidenceId }) => evidenceId === upload.evidenceId) ?? null}
              onStop={() => props.onStop(upload.id)}
              onForget={() => props.onForget(upload.id)}
            />
          ))}
        </ul>
        {mayAdd && (
          <p className="no-print flex flex-wrap gap-x-4 border-line border-t px-3.5 py-2 text-sm">
            <button type="button" className={button} onClick={() => onCapture(recipes.map(({ id }) => id))}>
              Save by command…
            </button>
            <button type="button" className={button} onClick={() => picker.current?.click()}>
              Add a file
            </button>
            <span className="text-faint pointer-coarse:hidden">or drop or paste it anywhere</span>
            <input
              ref={picker}
              type="file"
              multiple
              hidden
              aria-label="Files to add as evidence"
              onChange={(event) => {
                onFiles([...(event.target.files ?? [])]);
                event.target.value = '';
              }}
            />
          </p>
        )}
      </Panel>
    </div>
  );
}
