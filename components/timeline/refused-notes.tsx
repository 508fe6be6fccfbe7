import { Button } from '../ui/button';
import type { RefusedNote } from './refused-note';

interface RefusedNotesProps {
  refused: RefusedNote[];
  onPutBack: (note: RefusedNote) => void;
  onDismiss: (commandId: string) => void;
}

/** Notes that the console refused: the words why, and the text, which is never thrown away unasked. */
export function RefusedNotes({ refused, onPutBack, onDismiss }: RefusedNotesProps) {
  return (
    <div role="alert" className="grid gap-2 empty:hidden">
      {refused.map((note) => (
        <div key={note.commandId} className="grid gap-2 rounded-md border border-down bg-down-bg p-3">
          <p>
            <strong className="font-semibold">This note was not recorded.</strong> {note.words}
          </p>
          <p className="line-clamp-3 whitespace-pre-wrap break-words text-dim">{note.text}</p>
          <div className="flex gap-2">
            <Button
              onClick={() => {
                onPutBack(note);
                onDismiss(note.commandId);
              }}
            >
              Put it back in the field
            </Button>
            <Button look="bare" onClick={() => onDismiss(note.commandId)}>
              Throw it away
            </Button>
          </div>
        </div>
      ))}
    </div>
  );
}
