'use client';

import { type IncidentStatus, incidentStates } from '@/lib/domain/incident/incident';
import { ActionMenu } from './action-menu';
import { useActions } from './actions-provider';
import { statusWords } from './status-words';

function look(index: number, current: number): string {
  if (index === current) return 'bg-accent-bg font-semibold text-accent';
  return index < current ? 'text-dim' : 'text-faint max-md:hidden';
}

/** The five states in their order, which one holds, and the menu that moves on. On a phone: those up to now. */
export function StateSteps({ status }: { status: IncidentStatus }) {
  const { actions } = useActions();
  const current = incidentStates.indexOf(status);
  const mayMove = actions.some(({ group }) => group === 'state');
  return (
    <div className="flex flex-wrap items-center gap-x-1 text-sm">
      <ol aria-label="State" className="flex">
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
      {mayMove && (
        <ActionMenu label={`Move on from ${statusWords[status].toLowerCase()}`} groups={['state']}>
          <span className="rounded-md border border-edge bg-raise px-2.5 py-0.5 hover:border-dim">
            Move on <span aria-hidden="true">▾</span>
          </span>
        </ActionMenu>
      )}
    </div>
  );
}
