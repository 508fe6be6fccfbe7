import type { IncidentSummary } from '@/lib/domain/incident/incident-summary';
import { Badge } from '../ui/badge';
import { stopwatch } from '../ui/format-time';
import { PlaceLink } from '../ui/place-link';
import { rankLook } from '../ui/rank-look';
import { statusWords } from './status-words';
import { UpdateMark } from './update-mark';

const edges = { loud: 'border-l-down', warm: 'border-l-degraded', quiet: 'border-l-edge', accent: 'border-l-accent' };

interface IncidentStripLineProps {
  incident: IncidentSummary;
  ladder: string[];
  nowMs: number;
  /** How many people have it open right now; 0 shows nothing. */
  headCount: number;
}

/** One open incident; the whole line leads to its record. */
export function IncidentStripLine({ incident, ladder, nowMs, headCount }: IncidentStripLineProps) {
  const look = rankLook(ladder, incident.severity);
  return (
    <li>
      <PlaceLink
        href={`/incidents/${incident.number}`}
        className={`flex min-h-12 flex-wrap items-center gap-x-4 gap-y-1 rounded-lg border border-line border-l-3 bg-panel px-3.5 py-2 hover:bg-raise ${edges[look]}`}
      >
        <Badge look={look}>{incident.severity}</Badge>
        <strong className="font-semibold">{incident.number}</strong>
        <span className="min-w-0 max-sm:order-last max-sm:basis-full">{incident.title}</span>
        <span className="text-dim">{statusWords[incident.status]}</span>
        <span className="text-dim">
          {incident.commander ? `${incident.commander} commands` : 'nobody commands yet'}
        </span>
        <UpdateMark dueAt={incident.updateDueAt} nowMs={nowMs} />
        {headCount > 0 && (
          <span className="whitespace-nowrap rounded-sm border border-edge px-1.5 text-xs">
            {headCount.toLocaleString('en')} here
          </span>
        )}
        <span className="ml-auto whitespace-nowrap text-dim">
          open{' '}
          <span className="font-semibold text-lg text-text">{stopwatch(nowMs - Date.parse(incident.declaredAt))}</span>
        </span>
      </PlaceLink>
    </li>
  );
}
