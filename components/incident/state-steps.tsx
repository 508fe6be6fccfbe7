import { type IncidentStatus, incidentStates } from '@/lib/domain/incident/incident';
import { statusWords } from './status-words';

function look(index: number, current: number): string {
  if (index === current) return 'bg-accent-bg font-semibold text-accent';
  return index < current ? 'text-dim' : 'text-faint max-md:hidden';
}

/** The five states in their order, and which one holds. On a phone: those up to now. */
export function StateSteps({ status }: { status: IncidentStatus }) {
  const current = incidentStates.indexOf(status);
  return (
    <ol aria-label="State" className="flex text-sm">
      {incidentStates.map((state, index) => (
        <li
          key={state}
          aria-current={index === current ? 'step' : undefined}
          className={`rounded-md px-2.5 py-0.5 ${look(index, current)}`}
        >
          {statusWords[state]}
        </li>
      ))}
    </ol>
  );
}
