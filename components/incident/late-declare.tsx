import { Button } from '../ui/button';

/** Stands in while the dialog's code is still on its way, or did not come. */
export function LateDeclare({ hasFailed, onClose }: { hasFailed: boolean; onClose: () => void }) {
  return (
    <div
      role="status"
      className="after-a-blink fixed inset-x-3 bottom-20 z-40 mx-auto grid max-w-lg gap-3 rounded-lg border border-line bg-panel p-5 shadow-2xl sm:bottom-auto sm:top-[12vh]"
    >
      {hasFailed
        ? 'The form could not be loaded: the console does not answer. Try again when it does.'
        : 'Opening the form…'}
      {hasFailed && <Button onClick={onClose}>Close</Button>}
    </div>
  );
}
