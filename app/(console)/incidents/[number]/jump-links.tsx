'use client';

/** On this page: where a link leads, and what takes the focus there. */
const places = [
  { id: 'steps', label: 'Steps', field: 'input[data-step][tabindex="0"]' },
  { id: 'write-note', label: 'Note', field: '#write-note textarea' },
  { id: 'timeline', label: 'Timeline', field: null },
  { id: 'live', label: 'Live', field: null },
];

function jump(id: string, field: string | null): void {
  document.getElementById(id)?.scrollIntoView({ block: 'start' });
  const target = field ? document.querySelector<HTMLElement>(field) : null;
  target?.focus({ preventScroll: id === 'write-note' });
}

/** The parts of a record: a bar that stays on a phone, and elsewhere links that show when the first Tab reaches them. */
export function JumpLinks({ mayWrite }: { mayWrite: boolean }) {
  return (
    <nav
      aria-label="On this record"
      className="no-print flex max-md:top-0 max-md:z-20 max-md:border-line max-md:border-b max-md:bg-bg max-md:[@media(height>=30rem)]:sticky"
    >
      {places
        .filter(({ id }) => mayWrite || id !== 'write-note')
        .map(({ id, label, field }) => (
          <a
            key={id}
            href={`#${id}`}
            onClick={(event) => {
              event.preventDefault();
              jump(id, field);
            }}
            className="grid min-h-11 flex-1 place-items-center text-accent md:sr-only md:focus:not-sr-only md:focus:fixed md:focus:top-1 md:focus:left-1 md:focus:z-50 md:focus:rounded-md md:focus:bg-accent md:focus:px-3 md:focus:py-2 md:focus:text-on-accent"
          >
            <span>
              <span className="max-md:sr-only">To: </span>
              {label}
            </span>
          </a>
        ))}
    </nav>
  );
}
