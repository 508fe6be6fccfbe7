'use client';

import { useRouter } from 'next/navigation';
import { lastUpdate } from '@/lib/domain/comms/comms';
import { phaseWords } from '@/lib/domain/comms/phase-words';
import type { CommsRecord } from '@/lib/domain/comms/record';
import { postClock, updateClock } from '@/lib/domain/comms/update-clock';
import { buttonLook } from '../ui/button-look';
import { Panel } from '../ui/panel';
import { PlaceLink } from '../ui/place-link';
import { Time } from '../ui/time';
import { useShortcuts } from '../ui/use-shortcuts';
import { UpdateDue } from './update-due';

interface UpdatePanelProps {
  record: CommsRecord;
  mayWrite: boolean;
  nowMs: number;
}

/** On the record: what was said last, when the next word is due, and the way to write it. */
export function UpdatePanel({ record, mayWrite, nowMs }: UpdatePanelProps) {
  const { incident, comms } = record;
  const last = lastUpdate(comms);
  const stuck = Object.values(last?.deliveries ?? {}).filter(
    ({ outcome }) => outcome !== 'sent' && outcome !== 'queued',
  );
  const clock = updateClock(record, nowMs);
  const isOverdue = clock?.state === 'overdue' && comms.reminders.at(-1)?.dueAt === clock.dueAt;
  const toPost = mayWrite ? postClock(record, nowMs) : null;
  const to = `/incidents/${incident.number}/comms`;
  const router = useRouter();
  useShortcuts({ u: () => router.push(to) });
  return (
    <Panel title="Updates" aside={<UpdateDue {...{ record, nowMs }} />}>
      <div className="grid gap-2 px-3.5 py-3">
        {last ? (
          <p>
            <Time iso={last.at} nowMs={nowMs} zone /> {phaseWords[last.phase]}: {last.headline}
          </p>
        ) : (
          <p className="text-dim">Nobody has been told yet.</p>
        )}
        {isOverdue && comms.reminders.length > 0 && (
          <p className="text-down">Overdue. {comms.reminders.map(reminderWords).join(', ')}.</p>
        )}
        {toPost && (
          <p className={toPost.state === 'running' ? 'text-degraded' : 'text-down'}>
            <PlaceLink href={`${to}#to-post`} className="underline">
              {toPost.texts.length === 1 ? '1 text' : `${toPost.texts.length} texts`} still to post
            </PlaceLink>
            {toPost.dueAt && (
              <>
                , due <Time iso={toPost.dueAt} nowMs={nowMs} zone />
              </>
            )}
          </p>
        )}
        {comms.review && <p className="text-degraded">An update waits for a second person.</p>}
        {stuck.length > 0 && (
          <p className="text-down">
            {stuck.length === 1 ? 'One place was not reached.' : `${stuck.length} places were not reached.`}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          <PlaceLink href={to} className={buttonLook(mayWrite ? 'go' : 'quiet')}>
            {mayWrite ? 'Write an update' : 'What was said'}
          </PlaceLink>
          <a href={`/follow/${incident.number}`} target="_blank" rel="noreferrer" className={buttonLook('quiet')}>
            Follow page
          </a>
        </div>
      </div>
    </Panel>
  );
}

function reminderWords({ to, at, ways, failed }: CommsRecord['comms']['reminders'][number]): string {
  const isReached = failed.length < ways.length;
  return isReached ? `${to.name} was reminded at ${at.slice(11, 16)} UTC` : `${to.name} was not reached`;
}
