import { PlaceLink } from '../ui/place-link';

/** The runbook to open. */
export function RunbookName({ runbook }: { runbook: string }) {
  return (
    <PlaceLink href={`/runbooks/${runbook}`} className="text-accent hover:underline">
      {runbook}
    </PlaceLink>
  );
}
