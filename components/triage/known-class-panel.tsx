import type { KnownClass } from '@/lib/domain/triage/events';
import { Button } from '../ui/button';
import { Panel } from '../ui/panel';
import { ClassClock } from './class-clock';
import type { OpenableList } from './search-checklists';

interface KnownClassPanelProps {
  /** Null when somebody found that none fits. */
  known: KnownClass | null;
  /** As the picker has it. */
  leftMs: number | null;
  /** Runbooks of the class that are not open. */
  also: readonly OpenableList[];
  /** Null for who may not. */
  onOpen: ((checklistId: string) => void) | null;
  onChange: (() => void) | null;
}

/** What it is taken for, what else may be opened for it, and the way to change it. */
export function KnownClassPanel({ known, leftMs, also, onOpen, onChange }: KnownClassPanelProps) {
  return (
    <Panel title="Failure class" aside={leftMs !== null && <ClassClock leftMs={leftMs} />}>
      <div className="flex items-start gap-2 px-3.5 py-2">
        <p className="min-w-0 flex-1">
          <span className="font-semibold">{known?.symptom ?? 'None of these fits'}</span>
          <span className="block text-dim text-sm">
            {known ? `usually: ${known.cause}` : 'It is not classified; the general checklist is open.'}
          </span>
        </p>
        {onChange && (
          <Button look="bare" onClick={onChange}>
            Change
          </Button>
        )}
      </div>
      {onOpen && also.length > 0 && (
        <p className="no-print flex flex-wrap items-center gap-x-3 px-3.5 pb-2 text-sm">
          <span className="text-dim">Open also:</span>
          {also.map(({ id, title }) => (
            <button
              key={id}
              type="button"
              onClick={() => onOpen(id)}
              className="rounded-sm font-semibold text-accent hover:underline pointer-coarse:py-2.5"
            >
              {title}
            </button>
          ))}
        </p>
      )}
    </Panel>
  );
}
