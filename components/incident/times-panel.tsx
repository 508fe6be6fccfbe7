'use client';

import type { IncidentState } from '@/lib/domain/incident/incident';
import { milestoneNames, milestoneWords } from '@/lib/domain/incident/milestones';
import { Panel } from '../ui/panel';
import { Time } from '../ui/time';
import { useActions } from './actions-provider';

/** The moments that the incident is measured by; one that nobody knows is said not to be known. */
export function TimesPanel({ incident: { milestones }, nowMs }: { incident: IncidentState; nowMs: number }) {
  const { actions, run } = useActions();
  const maySet = actions.some(({ id }) => id === 'milestone');
  return (
    <Panel
      title="Times"
      aside={
        maySet && (
          <button type="button" onClick={() => run('milestone')} className="rounded-sm text-accent hover:underline">
            Set or correct
          </button>
        )
      }
    >
      <dl className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1 px-3.5 py-2">
        {milestoneNames.map((name) => {
          const at = milestones[name];
          return (
            <div key={name} className="col-span-2 grid grid-cols-subgrid">
              <dt className="first-letter:uppercase">{milestoneWords[name]}</dt>
              <dd className="mono text-right text-dim">{at ? <Time iso={at} nowMs={nowMs} zone /> : 'not known'}</dd>
            </div>
          );
        })}
      </dl>
    </Panel>
  );
}
