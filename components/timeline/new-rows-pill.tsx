/** Says how many rows came while one reads further up, and leads to them. */
export function NewRowsPill({ count, onGo }: { count: number; onGo: () => void }) {
  return (
    <button
      type="button"
      onClick={onGo}
      className="rises no-print absolute bottom-2 left-1/2 min-h-8 -translate-x-1/2 rounded-full bg-accent px-4 font-semibold text-on-accent text-sm shadow-lg pointer-coarse:min-h-11"
    >
      {count} new <span aria-hidden="true">↓</span>
    </button>
  );
}
