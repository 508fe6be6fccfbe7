import { Panel } from '../ui/panel';
import { Status } from '../ui/status';

type Part = 'health' | 'alert rules' | 'source' | 'bookmarks';

interface DriftScopeProps {
  looked: { what: Part; at: string }[];
  notLooked: { what: Part; why: string }[];
}

const names: Record<Part, string> = {
  health: 'Live health',
  'alert rules': 'Alert rules',
  source: 'Source of the platform',
  bookmarks: 'Bookmarks',
};

const howTo: Record<Part, string> = {
  health: 'It is looked at as soon as a target answers.',
  'alert rules':
    'Set ALERT_RULES to a file, a folder or the address of a Prometheus, or add the file to the catalogue.',
  source: 'Set PLATFORM_SOURCE to a checkout of the platform.',
  bookmarks: 'Set BOOKMARK_CHECKS to on.',
};

const line = 'grid gap-x-4 gap-y-0.5 border-line border-t px-3.5 py-2 first:border-0 sm:grid-cols-[12rem_9rem_1fr]';

/** What was compared with the catalogue, and what could not be. */
export function DriftScope({ looked, notLooked }: DriftScopeProps) {
  return (
    <Panel title="What was looked at">
      <ul>
        {looked.map(({ what, at }) => (
          <li key={what} className={line}>
            <span>{names[what]}</span>
            <Status tone="ok" word="Looked at" />
            <span className="mono break-all text-dim">{at}</span>
          </li>
        ))}
        {notLooked.map(({ what, why }) => (
          <li key={what} className={line}>
            <span>{names[what]}</span>
            <Status tone="unknown" word="Not looked at" />
            <span className="break-words">
              {`${why}. `}
              <span className="text-dim">{howTo[what]}</span>
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
