'use client';

import { useLatePart } from '../ui/use-late-part';

const loadDiff = () => import('diff').then(({ diffWordsWithSpace }) => diffWordsWithSpace);

const looks = {
  added: 'bg-ok-bg text-ok underline decoration-ok',
  removed: 'bg-down-bg text-down line-through',
  same: '',
};

/** What changes against what stands there now, word by word. */
export function TextChanges({ before, after }: { before: string | null; after: string }) {
  const { part: diff } = useLatePart(loadDiff, before !== null);
  if (before === null) return <p className="text-faint text-xs">Nothing has been said here yet.</p>;
  if (before === after) return <p className="text-dim text-xs">The same as what stands there now.</p>;
  if (!diff) return null;
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-dim text-xs">What changes against the last update</summary>
      <p className="mt-1 whitespace-pre-wrap break-words">
        {diff(before, after).map(({ value, added, removed }, index) => {
          const kind = added ? 'added' : removed ? 'removed' : 'same';
          const Tag = added ? 'ins' : removed ? 'del' : 'span';
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no name but their place
            <Tag key={index} className={`no-underline ${looks[kind]}`}>
              {value}
            </Tag>
          );
        })}
      </p>
    </details>
  );
}
