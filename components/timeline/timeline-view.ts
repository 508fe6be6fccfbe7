import { type FilterName, filterNames } from './entry-filters';

/** What the address says is to be shown of the timeline. */
export interface TimelineView {
  show: FilterName;
  find: string;
}

const longestFind = 200;

/** Reads `?show=decisions&find=minio`; what it does not know counts as not said. */
export function readTimelineView(query: URLSearchParams): TimelineView {
  const asked = query.get('show');
  return {
    show: filterNames.find((name) => name === asked) ?? 'all',
    find: (query.get('find') ?? '').slice(0, longestFind),
  };
}

/** The query for a view; other words of the address stay. Nothing is said that is usual. */
export function writeTimelineView(query: URLSearchParams, { show, find }: TimelineView): string {
  const next = new URLSearchParams(query);
  next.delete('show');
  next.delete('find');
  if (show !== 'all') next.set('show', show);
  if (find !== '') next.set('find', find);
  const words = next.toString();
  return words && `?${words}`;
}
