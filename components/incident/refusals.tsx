import { Button } from '../ui/button';

interface RefusalsProps {
  refusals: { commandId: string; words: string; text?: string }[];
  onDismiss: (commandId: string) => void;
}

/** What the console refused and why, until the person has read it. */
export function Refusals({ refusals, onDismiss }: RefusalsProps) {
  return (
    <div role="alert" className="grid flex-none gap-2 empty:hidden">
      {refusals.map(({ commandId, words, text }) => (
        <div
          key={commandId}
          className="flex flex-wrap items-center gap-3 rounded-lg border border-down bg-down-bg px-3.5 py-2"
        >
          <span>
            <strong className="font-semibold">Not recorded.</strong> {words}
            {text !== undefined && <q className="mt-0.5 block whitespace-pre-wrap text-dim">{text}</q>}
          </span>
          <Button className="ml-auto" onClick={() => onDismiss(commandId)}>
            Dismiss
          </Button>
        </div>
      ))}
    </div>
  );
}
