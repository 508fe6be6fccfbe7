import type { IncidentSummary } from '@/lib/domain/incident/incident-summary';
import { Badge } from '../ui/badge';
import { PlaceLink } from '../ui/place-link';
import { rankLook } from '../ui/rank-look';
import { Time } from '../ui/time';
import { PostmortemMark } from './postmortem-mark';
import { statusWords } from './status-words';

interface IncidentListLineProps {
  incident: IncidentSummary;
  ladder: string[];
  nowMs: number;
  readsDrafts: boolean;
}

const cell = 'px-3.5 py-2 align-middle max-md:p-0';

/** One incident of a list; its title is the link. */
export function IncidentListLine({ incident, ladder, nowMs, readsDrafts }: IncidentListLineProps) {
  const { number, title, severity, status, commander, declaredAt, updateDueAt } = incident;
  return (
    <tr className="border-line border-t hover:bg-raise max-md:grid max-md:grid-cols-[auto_1fr_auto] max-md:items-center max-md:gap-x-3 max-md:gap-y-1 max-md:px-3.5 max-md:py-3">
      <td className={cell}>
        <Badge look={rankLook(ladder, severity)}>{severity}</Badge>
      </td>
      <th scope="row" className={`${cell} text-left font-normal max-md:order-last max-md:col-span-3`}>
        <PlaceLink href={`/incidents/${number}`} className="block rounded-sm py-1 hover:underline">
          <span className="font-semibold">{title}</span> <span className="whitespace-nowrap text-dim">{number}</span>
        </PlaceLink>
        <PostmortemMark {...{ incident, nowMs, readsDrafts }} />
      </th>
      <td className={cell}>
        <span className="whitespace-nowrap">{statusWords[status]}</span>
        {status === 'resolved' && updateDueAt !== null && (
          <span className="block text-degraded text-sm">people not told yet</span>
        )}
      </td>
      <td className={`${cell} text-dim max-md:hidden`}>{commander ?? 'nobody'}</td>
      <td className={`${cell} mono whitespace-nowrap text-dim`}>
        <Time iso={declaredAt} nowMs={nowMs} />
      </td>
    </tr>
  );
}
