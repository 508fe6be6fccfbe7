/** Says that a line was reasoned and not confirmed; for those who can see to it. */
export function AssumedMark() {
  return (
    <span
      title="Reasoned from what the service does; no source confirms it yet"
      className="ml-1.5 whitespace-nowrap rounded-sm border border-edge border-dashed px-1 text-dim text-xs"
    >
      assumed
    </span>
  );
}
