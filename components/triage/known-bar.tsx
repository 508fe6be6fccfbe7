/** For who follows: what is known, how sure that is and when they hear more. Spoken when what is known changes. */
export function KnownBar({ line }: { line: { say: string; why: string } }) {
  return (
    <section
      aria-labelledby="known"
      className="flex flex-none flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-edge bg-panel px-4 py-2"
    >
      <h2 id="known" className="font-semibold text-dim text-sm tracking-wide">
        KNOWN
      </h2>
      <div className="min-w-0 flex-1 basis-72">
        <p role="status" className="font-semibold text-md leading-snug">
          {line.say}
        </p>
        <p className="text-dim text-sm">{line.why}</p>
      </div>
    </section>
  );
}
