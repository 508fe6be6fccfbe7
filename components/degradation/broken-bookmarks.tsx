import type { BrokenBookmark } from '@/lib/domain/degradation/broken-bookmark';
import { Mark } from '../ui/mark';
import { Time } from '../ui/time';

/** The tools that do not answer, before somebody needs them. Shows nothing while all do, or while nobody asks. */
export function BrokenBookmarks({ broken, nowMs }: { broken: BrokenBookmark[]; nowMs: number }) {
  if (broken.length === 0) return null;
  return (
    <section aria-label="Tools that do not answer" className="text-sm">
      <ul className="grid gap-1">
        {broken.map(({ id, name, detail, since }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-2 text-dim">
            <Mark tone="down" />
            <strong className="font-semibold text-text">{name}</strong>
            <span>
              does not answer since <Time iso={since} nowMs={nowMs} zone />: {detail}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
