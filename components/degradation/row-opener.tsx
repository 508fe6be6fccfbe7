import { PlaceLink } from '../ui/place-link';

/** How a row is opened where it stands. */
export interface Opener {
  isOpen: boolean;
  toggle: () => void;
  /** The element that holds what it opens to. */
  detailId: string;
}

interface RowOpenerProps {
  serviceId: string;
  name: string;
  opener?: Opener | undefined;
}

function Chevron({ isOpen }: { isOpen: boolean }) {
  return (
    <svg
      viewBox="0 0 12 12"
      aria-hidden="true"
      className={`no-print size-3 flex-none text-faint ${isOpen ? 'rotate-90' : ''}`}
    >
      <path d="M4 2l4 4-4 4" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </svg>
  );
}

/** The name of a service: opens its row, or leads to the page where it is open. */
export function RowOpener({ serviceId, name, opener }: RowOpenerProps) {
  if (!opener) {
    return (
      <PlaceLink href={`/matrix?row=${serviceId}`} className="hover:underline lg:whitespace-nowrap">
        {name}
      </PlaceLink>
    );
  }
  return (
    <button
      type="button"
      aria-expanded={opener.isOpen}
      aria-controls={opener.isOpen ? opener.detailId : undefined}
      onClick={opener.toggle}
      className="-my-1 inline-flex min-h-7 items-center gap-2 rounded-sm text-left hover:underline pointer-coarse:min-h-11 lg:whitespace-nowrap"
    >
      <Chevron isOpen={opener.isOpen} />
      {name}
    </button>
  );
}
