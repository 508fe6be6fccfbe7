'use client';

import { serverNowMs } from '@/lib/client/store/server-clock';
import { type NoteKind, noteKinds } from '@/lib/domain/timeline/events';
import { Button } from '../ui/button';
import { utcClock, utcLongDay } from '../ui/format-time';
import { Kbd } from '../ui/kbd';
import { Menu } from '../ui/menu';
import { kindWords } from './kind-words';

export const MAX_LENGTH = 20_000;
const COUNT_FROM = 18_000;
/** Where the time begins that somebody is about to correct. */
const SOME_MINUTES_MS = 5 * 60_000;

interface ComposerFootProps {
  kind: NoteKind;
  /** "03:05" in UTC; empty for now. */
  clock: string;
  /** What the clock means, ISO UTC. */
  happenedAt: string | null;
  length: number;
  onKind: (kind: NoteKind) => void;
  onClock: (clock: string) => void;
}

const chip =
  'inline-flex min-h-8.5 items-center gap-1 rounded-md border border-line px-2 text-sm hover:border-dim data-chosen:border-accent data-chosen:bg-accent-bg data-chosen:text-accent pointer-coarse:min-h-11';

function Count({ length }: { length: number }) {
  if (length < COUNT_FROM) return null;
  const words = `${length.toLocaleString('en')} of ${MAX_LENGTH.toLocaleString('en')} characters`;
  return <span className={length > MAX_LENGTH ? 'font-semibold text-down' : ''}>{words}</span>;
}

function Clock({ clock, happenedAt, onClock }: Pick<ComposerFootProps, 'clock' | 'happenedAt' | 'onClock'>) {
  if (clock === '') {
    return (
      <Button look="bare" className="text-sm" onClick={() => onClock(utcClock(serverNowMs() - SOME_MINUTES_MS))}>
        Earlier…
      </Button>
    );
  }
  return (
    <label className="flex items-center gap-1.5">
      <span>At</span>
      <input
        type="time"
        value={clock}
        aria-label="Happened at, UTC"
        onChange={(event) => onClock(event.target.value)}
        className="min-h-8.5 rounded-md border border-edge bg-bg px-1.5 text-text"
      />
      <span>UTC{happenedAt && `, ${utcLongDay(Date.parse(happenedAt)).slice(0, 10)}`}</span>
      <Button look="bare" onClick={() => onClock('')} aria-label="It happens now">
        ×
      </Button>
    </label>
  );
}

/** Below the field: which kind it is, when it happened, and the button that sends it. */
export function ComposerFoot({ kind, clock, happenedAt, length, onKind, onClock }: ComposerFootProps) {
  const { name } = kindWords[kind];
  return (
    <div className="flex flex-wrap items-center gap-2 text-dim text-sm">
      <Menu
        label={`Kind: ${name}`}
        align="start"
        className={chip}
        items={noteKinds.map((id) => ({
          id,
          label: kindWords[id].name,
          hint: kindWords[id].hint,
          onSelect: () => onKind(id),
        }))}
      >
        {kind === 'note' ? name : <strong className="font-semibold text-accent">{name}</strong>}
        <span aria-hidden="true">▾</span>
      </Menu>
      <Clock clock={clock} happenedAt={happenedAt} onClock={onClock} />
      {clock === '' && (
        <span className="max-sm:hidden">
          <Kbd>N</Kbd> <Kbd>/</Kbd> <Kbd>Ctrl Enter</Kbd>
        </span>
      )}
      <span role="status">
        <Count length={length} />
      </span>
      <Button type="submit" look="go" className="ml-auto" aria-disabled={length === 0 || length > MAX_LENGTH}>
        Add {name.toLowerCase()}
      </Button>
    </div>
  );
}
