'use client';

import type { Actor } from '@/lib/domain/access/actor';
import type { IncidentState } from '@/lib/domain/incident/incident';
import { Button } from '../ui/button';
import { useActions } from './actions-provider';

/** For whoever is offered command: how things stand, and the two answers. Spoken when it comes. */
export function OfferSummary({ incident: { offer }, actor }: { incident: IncidentState; actor: Actor }) {
  const { run } = useActions();
  return (
    <div role="status" className="empty:hidden">
      {offer?.to.id === actor.id && (
        <section
          aria-label="Command is offered to you"
          className="grid gap-2 rounded-lg border border-accent bg-panel px-4 py-3"
        >
          <h2 className="font-semibold">{offer.from.name} offers you command. This is how things stand:</h2>
          <ul className="scrolls max-h-40 list-disc overflow-y-auto pl-5">
            {offer.summary.map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change; two may read the same
              <li key={index}>{line}</li>
            ))}
          </ul>
          <div className="flex gap-2">
            <Button look="go" onClick={() => run('accept-command')}>
              Accept command
            </Button>
            <Button onClick={() => run('decline-command')}>Decline</Button>
          </div>
        </section>
      )}
    </div>
  );
}
