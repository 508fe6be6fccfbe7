'use client';

import './timeline.css';
import { useCallback, useEffect } from 'react';
import { useOlderEvents } from '@/lib/client/store/use-older-events';
import type { ShownEvent } from '@/lib/client/store/use-record';
import type { Actor } from '@/lib/domain/access/actor';
import { readsInside } from '@/lib/domain/access/who-may';
import { Panel } from '../ui/panel';
import { EarlierEntries } from './earlier-entries';
import { filterNames, publicFilters } from './entry-filters';
import { NewRowsPill } from './new-rows-pill';
import { NoMatches } from './no-matches';
import { PinnedEntries } from './pinned-entries';
import { Rows } from './row-context';
import { TimelineRows } from './timeline-rows';
import { TimelineTools } from './timeline-tools';
import { useEndOfList } from './use-end-of-list';
import { useEntries } from './use-entries';
import { type TimelineActions, useEntryActions } from './use-entry-actions';
import { useEntryLink } from './use-entry-link';
import { useTimelineView } from './use-timeline-view';

interface TimelinePanelProps {
  number: string;
  events: ShownEvent[];
  lastSeq: number;
  /** `seq` of what is pinned. */
  pins: readonly number[];
  actor: Actor;
  actions: TimelineActions;
  className?: string;
}

/** What happened, oldest first, opened at its end. New rows wait behind a pill when somebody reads further up. */
export function TimelinePanel(props: TimelinePanelProps) {
  const { number, events, lastSeq, pins, actor, className = '' } = props;
  const { view, change } = useTimelineView();
  const firstSeq = events[0]?.seq ?? 1;
  const older = useOlderEvents(number, firstSeq, lastSeq);
  const { all, shown, counts } = useEntries(events, pins, view, actor.id);
  const { scroller, onScroll, missed, goToEnd } = useEndOfList(shown);
  const { rows, dialog, said } = useEntryActions(number, actor, props.actions);
  const isFiltered = view.find.trim() !== '' || (view.show !== 'all' && view.show !== 'everything');
  const showAll = useCallback(() => change({ show: 'all', find: '' }), [change]);
  const { goTo, markedSeq } = useEntryLink(async (seq) => {
    if (seq < firstSeq) await older.loadBackTo(seq);
    if (!shown.some(({ event }) => event.seq === seq)) change({ show: 'everything', find: '' });
  });
  const { hasOlder, progress, loadBackTo, loadMore } = older;
  const isEmpty = shown.length === 0;
  useEffect(() => {
    if (!hasOlder || progress !== 'idle') return;
    if (isFiltered) void loadBackTo(1);
    // Of the newest entries this reader may be shown none.
    else if (isEmpty) void loadBackTo(firstSeq - 1);
  }, [isFiltered, isEmpty, hasOlder, progress, loadBackTo, firstSeq]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view is read from its end
  useEffect(goToEnd, [view.show, view.find, goToEnd]);
  const seesAll = readsInside(actor.role);
  const filters = seesAll ? filterNames : publicFilters;
  const tools = <TimelineTools {...{ view, filters, counts }} isPartial={hasOlder} onChange={change} />;
  return (
    <Rows value={rows}>
      <Panel id="timeline" title="Timeline" aside={tools} className={`min-h-0 min-w-0 ${className}`}>
        <PinnedEntries number={number} pins={pins} entries={all} onGo={goTo} />
        <div className="relative flex min-h-0 flex-1 flex-col">
          <TimelineRows
            entries={shown}
            markedSeq={markedSeq}
            scroller={scroller}
            onScroll={onScroll}
            onNearTop={loadMore}
            head={<EarlierEntries older={older} left={seesAll ? firstSeq - 1 : null} />}
          />
          {isEmpty && <NoMatches isLoading={progress === 'loading'} onClear={showAll} />}
          {missed > 0 && <NewRowsPill count={missed} onGo={goToEnd} />}
        </div>
        <p role="status" className="sr-only">
          {said}
        </p>
      </Panel>
      {dialog}
    </Rows>
  );
}
