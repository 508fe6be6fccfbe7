import { MomentField } from './moment-field';
import { PeopleField } from './person-field';

/** What is seldom said when one declares. */
export interface DeclaredMore {
  isPrivate: boolean;
  /** Ids with commas between; they count only while it is private. */
  people: string;
  /** ISO UTC, or nothing. */
  impactStartedAt: string;
  detectedAt: string;
}

interface DeclareMoreProps {
  value: DeclaredMore;
  onChange: (part: Partial<DeclaredMore>) => void;
}

/** Its date only where that is not today's. */
function minute(iso: string): string {
  const isToday = iso.slice(0, 10) === new Date().toISOString().slice(0, 10);
  return `${isToday ? iso.slice(11, 16) : iso.slice(0, 16).replace('T', ' ')} UTC`;
}

function inShort({ isPrivate, people, impactStartedAt, detectedAt }: DeclaredMore): string {
  const named = people.split(',').filter(Boolean).length;
  const who = named > 0 ? `private to you and ${named} more` : 'private to you';
  const since = impactStartedAt && `impact since ${minute(impactStartedAt)}`;
  const detected = detectedAt && `detected ${minute(detectedAt)}`;
  return (
    [isPrivate ? who : '', since, detected].filter(Boolean).join(', ') || 'who may know of it, since when users feel it'
  );
}

/** Folded away, so that at 03:00 there is one field to fill in. */
export function DeclareMore({ value, onChange }: DeclareMoreProps) {
  return (
    <details className="rounded-md border border-line px-3 py-2">
      <summary className="rounded-sm">
        <span className="font-semibold text-dim text-sm">More </span>
        <span className={value.isPrivate || value.impactStartedAt ? '' : 'text-dim'}>{inShort(value)}</span>
      </summary>
      <div className="mt-3 grid gap-4">
        <MomentField
          label="Impact started at"
          value={value.impactStartedAt}
          onChange={(impactStartedAt) => onChange({ impactStartedAt })}
        />
        <MomentField label="Detected at" value={value.detectedAt} onChange={(detectedAt) => onChange({ detectedAt })} />
        <label className="flex cursor-pointer items-center gap-2 pointer-coarse:min-h-10">
          <input
            type="checkbox"
            checked={value.isPrivate}
            onChange={(event) => onChange({ isPrivate: event.target.checked })}
            className="size-4 accent-accent"
          />
          Private: for everybody else it does not exist
        </label>
        {value.isPrivate && (
          <PeopleField
            label="Who may know of it, beside you"
            value={value.people}
            onChange={(people) => onChange({ people })}
          />
        )}
      </div>
    </details>
  );
}
