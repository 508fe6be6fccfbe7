import type { CustodyEntry } from '@/lib/domain/evidence/reading';
import { Panel } from '../ui/panel';
import { Time } from '../ui/time';

const words: Record<string, string> = {
  'evidence.captured': 'saved it',
  'evidence.scanned': 'looked through it for secrets',
  'evidence.viewed': 'viewed it',
  'evidence.downloaded': 'downloaded the original',
  'evidence.exported': 'exported the whole record',
  'evidence.unmasked': 'saw it without masks',
};

/** Who had the file in hand, what they did, and when. */
export function CustodyList({ entries, nowMs }: { entries: CustodyEntry[]; nowMs: number }) {
  return (
    <Panel title="Custody" aside={`${entries.length} in the record`}>
      <ol className="grid max-h-96 divide-y divide-line overflow-y-auto print:max-h-none">
        {entries.map(({ seq, type, by, at, reason }) => (
          <li key={seq} className="flex flex-wrap gap-x-2 px-3.5 py-1.5">
            <Time iso={at} nowMs={nowMs} seconds zone className="text-faint" />
            <span>
              <span className="font-semibold">{by.name}</span> {words[type] ?? type}
            </span>
            {reason && <span className="w-full text-dim">“{reason}”</span>}
          </li>
        ))}
      </ol>
    </Panel>
  );
}
