import type { NoteKind } from '@/lib/domain/timeline/events';
import { kindWords } from './kind-words';

interface KindListboxProps {
  id: string;
  kinds: NoteKind[];
  active: number;
  onChoose: (kind: NoteKind) => void;
}

/** What `/` offers. The focus stays in the field; `aria-activedescendant` there names the option. */
export function KindListbox({ id, kinds, active, onChoose }: KindListboxProps) {
  return (
    <div
      id={id}
      role="listbox"
      aria-label="Kind of entry"
      className="absolute bottom-full left-0 z-20 mb-1.5 grid w-72 max-w-full rounded-lg border border-line bg-panel p-1.5 shadow-2xl"
    >
      {kinds.map((kind, index) => (
        <div
          key={kind}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          // Before the field loses the focus.
          onPointerDown={(event) => {
            event.preventDefault();
            onChoose(kind);
          }}
          className="grid cursor-pointer rounded-md px-3 py-1.5 hover:bg-raise aria-selected:bg-raise aria-selected:outline-2 aria-selected:outline-accent pointer-coarse:py-3"
        >
          <span className="font-medium">{kindWords[kind].name}</span>
          <span className="text-dim text-sm">{kindWords[kind].hint}</span>
        </div>
      ))}
    </div>
  );
}
