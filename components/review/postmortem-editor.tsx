'use client';

import type { KeyboardEvent } from 'react';
import { Button } from '../ui/button';
import { Kbd } from '../ui/kbd';

const MAX_LENGTH = 100_000;
const COUNT_FROM = 80_000;

interface PostmortemEditorProps {
  text: string;
  isUnsaved: boolean;
  /** Nobody has saved a text yet. */
  isDraft: boolean;
  isBusy: boolean;
  /** False while another text waits to be read first. */
  maySave: boolean;
  onWrite: (text: string) => void;
  onSave: () => void;
  onForget: () => void;
}

/** The Markdown itself. Every keystroke is kept in this browser. */
export function PostmortemEditor(props: PostmortemEditorProps) {
  const { text, isUnsaved, isDraft, isBusy, maySave, onWrite, onSave, onForget } = props;
  const isTooLong = text.length > MAX_LENGTH;
  const cannot = isBusy || !isUnsaved || !maySave || isTooLong || text.trim() === '';
  const save = () => !cannot && onSave();
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || (event.key !== 's' && event.key !== 'Enter')) return;
    event.preventDefault();
    save();
  };
  return (
    <div className="grid gap-2">
      <textarea
        aria-label="Postmortem in Markdown"
        value={text}
        onChange={(event) => onWrite(event.target.value)}
        onKeyDown={onKeyDown}
        spellCheck
        className="mono min-h-[60dvh] w-full rounded-md border border-edge bg-bg px-3 py-2 text-sm leading-relaxed"
      />
      <div className="flex flex-wrap items-center gap-3 text-dim text-sm">
        <Button look="go" aria-disabled={cannot} onClick={save}>
          Save
        </Button>
        <span className="max-sm:hidden">
          <Kbd>Ctrl S</Kbd> saves
        </span>
        <span role="status">
          {isUnsaved ? 'Not saved; kept in this browser.' : isDraft ? 'Not changed yet.' : 'Saved.'}
        </span>
        {text.length > COUNT_FROM && (
          <span className={isTooLong ? 'font-semibold text-down' : ''}>
            {text.length.toLocaleString('en')} of {MAX_LENGTH.toLocaleString('en')} characters
          </span>
        )}
        {isUnsaved && (
          <Button look="bare" className="ml-auto" onClick={onForget}>
            Discard my changes
          </Button>
        )}
      </div>
    </div>
  );
}
