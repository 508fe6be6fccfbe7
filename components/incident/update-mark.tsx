const soonMs = 3 * 60_000;

/** On a list: until when people are promised the next update. Loud once it is near. */
export function UpdateMark({ dueAt, nowMs }: { dueAt: string | null; nowMs: number }) {
  if (dueAt === null) return null;
  const left = Date.parse(dueAt) - nowMs;
  if (left < 0) return <strong className="whitespace-nowrap font-semibold text-down">update overdue</strong>;
  const minutes = Math.ceil(left / 60_000);
  return (
    <span className={`whitespace-nowrap ${left <= soonMs ? 'text-degraded' : 'text-dim'}`}>
      update in {minutes} min
    </span>
  );
}
