import { stopwatch } from '../ui/format-time';

/** How long until backup is called, in milliseconds; below zero once it is time. */
export function ClassClock({ leftMs }: { leftMs: number }) {
  const isOver = leftMs <= 0;
  return (
    <span className={isOver ? 'text-down' : 'text-degraded'}>
      {isOver ? `unclassified ${stopwatch(-leftMs)} too long` : `${stopwatch(leftMs).slice(3)} to classify`}
    </span>
  );
}
