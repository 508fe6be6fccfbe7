import type { ReactNode } from 'react';
import type { Runbook } from '@/lib/domain/catalogue/runbook';
import type { IncidentSummary } from '@/lib/domain/incident/incident-summary';
import { utcDay } from '../ui/format-time';
import { PlaceLink } from '../ui/place-link';

const longDay = (day: string) => utcDay(Date.parse(day), longAgo);
/** So long ago that the year is always said. */
const longAgo = 0;

interface RunbookFactsProps {
  runbook: Runbook;
  services: { id: string; name: string }[];
  incidents: IncidentSummary[];
}

function Facts({ title, children }: { title: string; children: ReactNode[] }) {
  if (children.length === 0) return null;
  return (
    <section>
      <h2 className="font-semibold text-dim text-xs">{title}</h2>
      <ul className="grid gap-1">{children}</ul>
    </section>
  );
}

/** What stands beside a runbook: its parts, alerts and services, and the incidents it was there for. */
export function RunbookFacts({ runbook, services, incidents }: RunbookFactsProps) {
  return (
    <aside aria-label="About this runbook" className="grid content-start gap-4 text-sm print:hidden">
      <Facts title="On this page">
        {runbook.headings
          .filter(({ depth }) => depth <= 3)
          .map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`} className="text-accent hover:underline">
                {title}
              </a>
            </li>
          ))}
      </Facts>
      <Facts title="Last changed">
        {[<li key="day">{runbook.lastChanged ? longDay(runbook.lastChanged) : 'The file does not say.'}</li>]}
      </Facts>
      <Facts title="Services">
        {services.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </Facts>
      <Facts title="Alerts">
        {runbook.alerts.map((alert) => (
          <li key={alert} className="mono break-all">
            {alert}
          </li>
        ))}
      </Facts>
      <Facts title="Incidents of these services">
        {incidents.map(({ number, title }) => (
          <li key={number}>
            <PlaceLink href={`/incidents/${number}`} className="text-accent underline">
              {number}
            </PlaceLink>{' '}
            {title}
          </li>
        ))}
      </Facts>
      {runbook.inferred && (
        <p className="text-dim">
          {runbook.inferredParts.length > 0 ? 'Some parts are' : 'All of this is'} reasoned from what the services do
          and not yet confirmed by the team.
        </p>
      )}
    </aside>
  );
}
