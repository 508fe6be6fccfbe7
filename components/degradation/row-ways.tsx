import { Button } from '../ui/button';
import { PlaceLink } from '../ui/place-link';

interface RowWaysProps {
  /** The open incident that names the row; null for none. */
  number: string | null;
  onDeclare: () => void;
}

/** From a row to an incident: the one that has it comes before another one. */
export function RowWays({ number, onDeclare }: RowWaysProps) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      {number !== null && (
        <PlaceLink href={`/incidents/${number}`} className="font-semibold text-accent hover:underline">
          in {number}, open
        </PlaceLink>
      )}
      <Button onClick={onDeclare}>{number === null ? 'Declare from this row' : 'Declare another one'}</Button>
    </div>
  );
}
