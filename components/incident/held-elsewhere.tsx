import { PlaceLink } from '../ui/place-link';

interface HeldElsewhereProps {
  /** Rows in trouble that another open incident names. */
  rows: { serviceId: string; name: string; status: string; number: string }[];
}

/** Trouble that one sees beside this incident and that is somebody else's to end. */
export function HeldElsewhere({ rows }: HeldElsewhereProps) {
  if (rows.length === 0) return null;
  return (
    <p className="flex-none text-dim">
      {rows.map(({ serviceId, name, status, number }) => (
        <span key={serviceId} className="mr-3 inline-block">
          {name} is {status}: that is{' '}
          <PlaceLink href={`/incidents/${number}`} className="text-accent underline">
            {number}
          </PlaceLink>
          .
        </span>
      ))}
    </p>
  );
}
