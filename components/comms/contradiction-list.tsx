import type { Contradiction } from '@/lib/domain/comms/contradictions/contradiction';
import { TextArea } from '../ui/text-area';

interface ContradictionListProps {
  found: Contradiction[];
  /** The channels' names. */
  nameOf: (channel: string) => string;
  reason: string;
  onReason: (reason: string) => void;
}

/** The same in several channels is one thing. */
function together(found: readonly Contradiction[]): [words: string, channels: string[]][] {
  const by = new Map<string, string[]>();
  for (const { words, channel } of found) by.set(words, [...(by.get(words) ?? []), ...(channel ? [channel] : [])]);
  return [...by];
}

/** What the record does not bear out, and the way to say it all the same. The region stands there before anything is in it. */
export function ContradictionList({ found, nameOf, reason, onReason }: ContradictionListProps) {
  return (
    <section aria-label="Held against the record" className="grid gap-2">
      <div role="status">
        {found.length === 0 ? (
          <p className="text-ok text-sm">Everything here agrees with the record.</p>
        ) : (
          <div className="grid gap-1.5 rounded-lg border border-degraded bg-degraded-bg px-3.5 py-2.5">
            <p className="font-semibold">The record contradicts this:</p>
            <ul className="grid list-disc gap-1 pl-5">
              {together(found).map(([words, channels]) => (
                <li key={words}>
                  {words}
                  {channels.length > 0 && <span className="text-dim"> ({channels.map(nameOf).join(', ')})</span>}
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
      {found.length > 0 && (
        <TextArea
          label="Correct it, or say why it is said all the same (10 characters or more; it stays in the record)"
          value={reason}
          maxLength={500}
          onChange={({ target }) => onReason(target.value)}
        />
      )}
    </section>
  );
}
