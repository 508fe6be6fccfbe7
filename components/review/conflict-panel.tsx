import { Button } from '../ui/button';

interface ConflictPanelProps {
  /** A name. */
  by: string | null;
  theirs: string;
  onKeepMine: () => void;
  onAppendTheirs: () => void;
}

/** Two people wrote at once: both texts stand side by side until somebody has decided. */
export function ConflictPanel({ by, theirs, onKeepMine, onAppendTheirs }: ConflictPanelProps) {
  return (
    <section role="alert" className="grid gap-2 rounded-lg border border-degraded bg-degraded-bg p-3.5">
      <p className="font-semibold">{by ?? 'Somebody'} saved another text while you were writing.</p>
      <p>Both are kept. Take over what you need, then save yours.</p>
      <textarea
        readOnly
        aria-label={`The text that ${by ?? 'somebody'} saved`}
        value={theirs}
        rows={10}
        className="mono w-full rounded-md border border-edge bg-bg px-3 py-2 text-sm"
      />
      <div className="flex flex-wrap gap-2">
        <Button onClick={onAppendTheirs}>Put it below mine</Button>
        <Button onClick={onKeepMine}>I have read it; mine replaces it</Button>
      </div>
    </section>
  );
}
