import { PlaceLink } from '../ui/place-link';

/** The way into the first five minutes for somebody who was paged and sees no incident yet. */
export function PagedLine() {
  return (
    <p className="no-print mt-2 text-dim text-sm">
      You were paged and it is not here yet?{' '}
      <PlaceLink href="/triage" className="font-semibold text-accent hover:underline">
        Start the first five minutes
      </PlaceLink>
    </p>
  );
}
