/** A grey bar in the place and size of what is being loaded. Say "loading" once, outside of it. */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden="true" className={`pulse block rounded-sm bg-line ${className}`} />;
}
