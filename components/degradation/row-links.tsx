import type { Bookmark } from '@/lib/domain/catalogue/bookmark';
import type { BrokenBookmark } from '@/lib/domain/degradation/broken-bookmark';
import type { RowKnowledge } from '@/lib/domain/degradation/row-knowledge';
import { Status } from '../ui/status';
import { Time } from '../ui/time';
import { DetailSection } from './detail-section';
import { RunbookName } from './runbook-name';

interface RowLinksProps {
  knowledge: RowKnowledge;
  nowMs: number;
}

interface ToolProps {
  bookmark: Bookmark;
  broken: BrokenBookmark | undefined;
  nowMs: number;
}

function Tool({ bookmark: { label, url, where, purpose, signIn }, broken, nowMs }: ToolProps) {
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
      {broken && (
        <span className="block text-sm">
          <Status tone="down" word="Does not answer" /> since <Time iso={broken.since} nowMs={nowMs} zone />:{' '}
          {broken.detail}
        </span>
      )}
      <span className="block text-dim text-sm">{[purpose, where, signIn].filter(Boolean).join(' ')}</span>
    </li>
  );
}

/** The runbook and the dashboards for this service. */
export function RowLinks({ knowledge: { service, bookmarks, broken }, nowMs }: RowLinksProps) {
  return (
    <DetailSection title="Links">
      <ul className="grid gap-1.5">
        {service.runbook && (
          <li>
            Runbook: <RunbookName runbook={service.runbook} />
          </li>
        )}
        {bookmarks.map((bookmark) => (
          <Tool
            key={bookmark.id}
            bookmark={bookmark}
            broken={broken.find(({ id }) => id === bookmark.id)}
            nowMs={nowMs}
          />
        ))}
        {bookmarks.length === 0 && <li className="text-dim">No dashboard in the catalogue.</li>}
      </ul>
    </DetailSection>
  );
}
