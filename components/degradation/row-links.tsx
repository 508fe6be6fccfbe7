import type { Bookmark } from '@/lib/domain/catalogue/bookmark';
import type { Service } from '@/lib/domain/catalogue/catalogue';
import { DetailSection } from './detail-section';
import { RunbookName } from './runbook-name';

interface RowLinksProps {
  service: Service;
  bookmarks: Bookmark[];
}

function Tool({ bookmark: { label, url, where, purpose, signIn } }: { bookmark: Bookmark }) {
  return (
    <li>
      {url ? (
        <a href={url} target="_blank" rel="noreferrer" className="text-accent hover:underline">
          {label}
          <span className="sr-only"> (opens a new tab)</span>
        </a>
      ) : (
        <span className="font-semibold">{label}</span>
      )}
      <span className="block text-dim text-sm">{[purpose, where, signIn].filter(Boolean).join(' ')}</span>
    </li>
  );
}

/** The runbook and the dashboards for this service. */
export function RowLinks({ service, bookmarks }: RowLinksProps) {
  const tools = service.dashboards.flatMap((id) => bookmarks.filter((bookmark) => bookmark.id === id));
  return (
    <DetailSection title="Links">
      <ul className="grid gap-1.5">
        {service.runbook && (
          <li>
            Runbook: <RunbookName runbook={service.runbook} />
          </li>
        )}
        {tools.map((bookmark) => (
          <Tool key={bookmark.id} bookmark={bookmark} />
        ))}
        {tools.length === 0 && <li className="text-dim">No dashboard in the catalogue.</li>}
      </ul>
    </DetailSection>
  );
}
