import type { ChainHead } from '@/lib/domain/review/chain-head';
import { Panel } from '../ui/panel';

interface ProofPanelProps {
  number: string;
  /** As the server had it when the page was opened. */
  head: ChainHead | null;
  mayExport: boolean;
  mayTakeOriginals: boolean;
}

const link = 'rounded-sm font-semibold text-accent hover:underline pointer-coarse:py-2.5';

/** What proves the record later: the head of its chain, and the export that carries it (rule K8). */
export function ProofPanel({ number, head, mayExport, mayTakeOriginals }: ProofPanelProps) {
  const address = `/api/v1/incidents/${number}/export`;
  return (
    <Panel title="Record" aside={head ? `entry ${head.seq}` : null}>
      <div className="grid gap-1.5 px-3.5 py-2 text-sm">
        {mayExport && (
          <p className="no-print flex flex-wrap gap-x-4">
            {/* A file to keep, not a page: a plain link, so that nothing fetches it ahead. */}
            <a href={address} download className={link}>
              Export
            </a>
            {mayTakeOriginals && (
              <a href={`${address}?originals=1`} download className={link} title="Likely secrets are not masked in it">
                Export with originals
              </a>
            )}
          </p>
        )}
        {head && (
          <details>
            <summary className="min-h-6 rounded-sm text-dim pointer-coarse:py-2.5">Chain head</summary>
            <p className="text-dim">
              When this page was opened: <code className="mono break-all text-xs">{head.hash}</code>
            </p>
            <p className="text-faint">Tamper-evident: write the head down elsewhere, and any later change shows.</p>
          </details>
        )}
      </div>
    </Panel>
  );
}
