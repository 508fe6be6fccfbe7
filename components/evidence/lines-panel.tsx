'use client';

import { useMemo, useRef } from 'react';
import { shown } from '@/lib/domain/evidence/describe-evidence';
import type { EvidenceItem } from '@/lib/domain/evidence/evidence';
import { useLatePart } from '../ui/use-late-part';
import { useShortcuts } from '../ui/use-shortcuts';
import { LineList, type LineListHandle } from './line-list';
import { LinesHead } from './lines-head';
import { LinesState } from './lines-state';
import { MarkedLines } from './marked-lines';
import { SectionSteps } from './section-steps';
import { useFind } from './use-find';
import { useLineMark } from './use-line-mark';
import type { useLines } from './use-lines';
import { useWay } from './use-way';
import { useWrap } from './use-wrap';

interface LinesPanelProps {
  number: string;
  item: EvidenceItem;
  lines: ReturnType<typeof useLines>;
  epoch: number;
}

const loadColours = () => import('./read-colours').then((module) => module.readColours);
const none: ReadonlySet<number> = new Set();

/** The lines of a file with the tools to find one's way in them. Loaded late. */
export function LinesPanel({ number, item, lines, epoch }: LinesPanelProps) {
  const { count, total, lineAt, want } = lines;
  const list = useRef<LineListHandle>(null);
  const field = useRef<HTMLInputElement>(null);
  const { section, first, inSection, show } = useWay(count, list);
  const [isWrapped, onWrap] = useWrap();
  const { mark, point, unmark, goTo } = useLineMark(show);
  const find = useFind(item.evidenceId, epoch, show);
  const { part: readColours } = useLatePart(loadColours, true);
  const found = useMemo(() => (find.finding.state === 'found' ? new Set(find.finding.lines) : none), [find.finding]);
  useShortcuts({ '/': () => field.current?.focus(), n: find.next, 'shift+n': find.previous });
  const name = shown(item.name);
  const { words, isExact } = find;
  return (
    <section aria-label="Contents" className="rounded-lg border border-line bg-panel print:border-0">
      <LinesHead {...{ find, field, total, isWrapped, onWrap }} onGo={goTo} />
      <LinesState lines={lines} />
      {count > 0 && (
        <LineList
          key={first}
          handle={list}
          count={inSection}
          onPoint={point}
          {...{ name, first, isWrapped, mark, found, lineAt, want, readColours, words, isExact }}
        />
      )}
      <SectionSteps {...{ section, count }} onStep={show} />
      {mark && (
        <MarkedLines
          path={`/incidents/${number}/evidence/${item.evidenceId}`}
          onUnmark={unmark}
          {...{ name, mark, lineAt }}
        />
      )}
    </section>
  );
}
