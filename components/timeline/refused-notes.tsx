import { Button } from '../ui/button';

interface RefusedNotesProps {
  refused: { commandId: string; words: string; text: string }[];
  onPutBack: (text: string) => void;
  onDismiss: (commandId: string) => void;
}

/** Notes that the console refused: the words why, and the text, which is never thrown away unasked. */
export function RefusedNotes({ refused, onPutBack, onDismiss }: RefusedNotesProps) {
  return (
    <div role="alert" className="grid gap-2 empty:hidden">
      {refused.map(({ commandId, words, text }) => (
        <div key={commandId} className="grid gap-2 rounded-md border border-down bg-down-bg p-3">
          <p>
            <strong className="font-semibold">This note was not recorded.</strong> {words}
          </p>
          <p className="line-clamp-3 whitespace-pre-wrap break-words text-dim">{text}</p>
          <div className="flex gap-2">
            <Button
              onClick={() => {
                onPutBack(text);
                onDismiss(commandId);
              }}
            >
              Put it back in the field
            </Button>
            <Button look="bare" onClick={() => onDismiss(commandId)}>
              Throw it away
            </Button>
          </div>
        </div>
      ))}
    </div>
  );
}
