'use client';

import { type FilterName, filterNames, filterWords } from './entry-filters';
import type { TimelineView } from './timeline-view';
import { chooseZone, useShowsLocal } from './zone-choice';

interface TimelineToolsProps {
  view: TimelineView;
  /** What can be chosen. */
  filters: readonly FilterName[];
  counts: Record<FilterName, number>;
  /** True while older entries are not loaded, so that counts are not the last word. */
  isPartial: boolean;
  onChange: (part: Partial<TimelineView>) => void;
}

const field =
  'min-h-7 rounded-md border border-line bg-bg px-2 font-normal text-text sm:text-xs placeholder:text-faint pointer-coarse:min-h-11';

/** Which entries are shown, and by which clock. */
export function TimelineTools({ view, filters, counts, isPartial, onChange }: TimelineToolsProps) {
  const showsLocal = useShowsLocal();
  return (
    <div className="no-print flex flex-wrap items-center justify-end gap-1.5">
      <input
        type="search"
        aria-label="Find in the timeline"
        placeholder="Find"
        maxLength={200}
        value={view.find}
        onChange={(event) => onChange({ find: event.target.value })}
        className={`${field} w-16 sm:w-28 sm:focus:w-40`}
      />
      <select
        aria-label="Show of the timeline"
        value={view.show}
        onChange={(event) => onChange({ show: filterNames.find((name) => name === event.target.value) ?? 'all' })}
        className={`${field} max-w-24 sm:max-w-40`}
      >
        {filters.map((name) => (
          <option key={name} value={name}>
            {`${filterWords[name]} (${counts[name]}${isPartial ? '+' : ''})`}
          </option>
        ))}
      </select>
      <button
        type="button"
        aria-pressed={showsLocal}
        title="Times are in UTC. Switch local times on beside them."
        onClick={() => chooseZone(!showsLocal)}
        className={`${field} text-xs aria-pressed:border-accent`}
      >
        {showsLocal ? 'UTC + local' : 'UTC'}
      </button>
    </div>
  );
}
