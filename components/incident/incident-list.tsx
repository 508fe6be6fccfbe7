import type { IncidentSummary } from '@/lib/domain/incident/incident-summary';
import { Panel } from '../ui/panel';
import { IncidentListLine } from './incident-list-line';

interface IncidentListProps {
  title: string;
  incidents: IncidentSummary[];
  /** The list goes on on the next page. */
  hasMore?: boolean;
  ladder: string[];
  nowMs: number;
  /** Whether a postmortem can be opened before it is finished. */
  readsDrafts: boolean;
}

const columns = [
  { title: 'Severity', width: 'w-24' },
  { title: 'Incident', width: '' },
  { title: 'State', width: 'w-36' },
  { title: 'Commander', width: 'w-44' },
  { title: 'Declared (UTC)', width: 'w-44' },
];

/** Incidents as a table, newest first; cards on a phone. */
export function IncidentList({ title, incidents, hasMore = false, ...line }: IncidentListProps) {
  return (
    <Panel
      title={title}
      aside={hasMore ? `the newest ${incidents.length}, and more` : String(incidents.length)}
      className="overflow-hidden"
    >
      <table className="w-full border-collapse max-md:block md:table-fixed">
        <thead className="text-faint text-xs max-md:sr-only">
          <tr>
            {columns.map(({ title: column, width }) => (
              <th key={column} scope="col" className={`px-3.5 py-2 text-left font-medium ${width}`}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {incidents.map((incident) => (
            <IncidentListLine key={incident.number} incident={incident} {...line} />
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
