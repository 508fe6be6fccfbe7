import { Button } from '../ui/button';

interface AddRowLineProps {
  rows: { serviceId: string; name: string; status: string }[];
  onAdd: (serviceId: string) => void;
}

/** Rows that speak for the failure class and that the incident is not about yet; one click each. */
export function AddRowLine({ rows, onAdd }: AddRowLineProps) {
  return rows.map(({ serviceId, name, status }) => (
    <p key={serviceId} className="flex items-center gap-2 text-dim">
      <span className="min-w-0 flex-1">{`${name} is ${status} and not in this incident yet.`}</span>
      <Button aria-label={`Add ${name} to this incident`} onClick={() => onAdd(serviceId)}>
        Add it
      </Button>
    </p>
  ));
}
