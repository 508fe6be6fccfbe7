/** The runbook to open: a link when the catalogue gives an address, else the name it goes by. */
export function RunbookName({ runbook }: { runbook: string }) {
  if (!/^https?:\/\//.test(runbook)) return <span>{runbook}</span>;
  const name = runbook.split('/').filter(Boolean).at(-1) ?? runbook;
  return (
    <a href={runbook} target="_blank" rel="noreferrer" className="text-accent hover:underline">
      {name.replace(/\.md$/, '')}
    </a>
  );
}
