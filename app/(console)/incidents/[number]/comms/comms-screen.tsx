'use client';

import { useMemo } from 'react';
import { ViewerLine } from '@/components/access/viewer-line';
import { Composer } from '@/components/comms/composer';
import { LastDeliveries } from '@/components/comms/last-deliveries';
import { LeavingLine } from '@/components/comms/leaving-line';
import { LinkPanel } from '@/components/comms/link-panel';
import { PostingList } from '@/components/comms/posting-list';
import { ReviewCard } from '@/components/comms/review-card';
import { SentUpdates } from '@/components/comms/sent-updates';
import { UpdateDue } from '@/components/comms/update-due';
import { Refusals } from '@/components/incident/refusals';
import { PlaceLink } from '@/components/ui/place-link';
import { useRecord } from '@/lib/client/store/use-record';
import type { Actor } from '@/lib/domain/access/actor';
import { isAllowed, readsInside } from '@/lib/domain/access/who-may';
import { lastUpdate } from '@/lib/domain/comms/comms';
import { isSpeaker } from '@/lib/domain/comms/is-speaker';
import type { CommsLookup } from '@/lib/domain/incident/record-context';
import type { RecordState } from '@/lib/domain/record-state';
import type { RecordView } from '@/lib/domain/record-view';
import { useLiveFacts } from '../live-facts';
import { TitleHere } from '../title-here';

interface CommsScreenProps {
  actor: Actor;
  initial: RecordView;
  lookup: CommsLookup;
  nowMs: number;
}

/** What the texts are held against, with the matrix of this moment. */
function useLookup(lookup: CommsLookup): CommsLookup {
  const { matrix, holders } = useLiveFacts();
  return useMemo(() => ({ ...lookup, holders, situation: matrix }), [lookup, holders, matrix]);
}

/** Why somebody cannot write here; null when they can. */
function whyNot({ incident }: RecordState, actor: Actor): string | null {
  if (incident.mergedInto) return `This incident was merged into ${incident.mergedInto}. Updates are written there.`;
  if (incident.status === 'closed') return 'This incident is closed. Reopen it to write another update.';
  if (!isAllowed(actor.role, 'comms.send_update')) return null;
  if (isSpeaker(incident, actor)) return null;
  return 'Updates are sent by the comms lead, the deputy, or whoever may command. Ask to be made comms lead on the record.';
}

function Head({ state, nowMs }: { state: RecordState; nowMs: number }) {
  const { incident } = state;
  return (
    <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <h1 className="font-semibold text-xl tracking-tight">Updates</h1>
      <PlaceLink href={`/incidents/${incident.number}`} className="underline">
        {incident.number}
      </PlaceLink>
      <a href={`/follow/${incident.number}`} target="_blank" rel="noreferrer" className="underline">
        Follow page
      </a>
      <span className="text-dim">
        {incident.severity} · {incident.title}
      </span>
      <span className="ml-auto whitespace-nowrap">
        <UpdateDue record={state} nowMs={nowMs} />
      </span>
    </header>
  );
}

type Send = ReturnType<typeof useRecord>['send'];

function deliveryActions(send: Send) {
  const act = (type: 'comms.retry_delivery' | 'comms.give_up_delivery') => {
    return (updateId: string, channel: string, destination: string) =>
      void send(type, { updateId, channel, destination });
  };
  return { onRetry: act('comms.retry_delivery'), onGiveUp: act('comms.give_up_delivery') };
}

/** What waits for a second person, or the next update. */
function NextHere({
  state,
  actor,
  lookup,
  send,
}: {
  state: RecordState;
  actor: Actor;
  lookup: CommsLookup;
  send: Send;
}) {
  const { nowMs } = useLiveFacts();
  const { review, updates } = state.comms;
  const last = updates.at(-1);
  // What is leaving may come back to be mended; the next one is written afterwards.
  if (last && !last.isWithdrawn && nowMs < Date.parse(last.leavesAt)) return null;
  if (!review)
    return (
      <Composer
        record={state}
        lookup={lookup}
        nowMs={nowMs}
        onSend={(input) => void send('comms.send_update', input)}
      />
    );
  const { updateId } = review;
  return (
    <ReviewCard
      review={review}
      isOwn={review.askedBy.id === actor.id}
      mayAct
      nowMs={nowMs}
      onApprove={() => void send('comms.approve_update', { updateId })}
      onWithdraw={() => void send('comms.withdraw_update', { updateId })}
    />
  );
}

/** What a person has to post, of the newest update. */
function ToPostHere({ state, maySend, send }: { state: RecordState; maySend: boolean; send: Send }) {
  const { nowMs } = useLiveFacts();
  const update = lastUpdate(state.comms);
  if (!update) return null;
  return (
    <PostingList
      {...{ record: state, update, nowMs }}
      mayAct={maySend}
      onPosted={(updateId, channel) => void send('comms.mark_posted', { updateId, channel })}
      onNotPosted={(updateId, channel) => void send('comms.unmark_posted', { updateId, channel })}
    />
  );
}

/** What has not arrived everywhere yet. */
function LastHere({ state, maySend, send }: { state: RecordState; maySend: boolean; send: Send }) {
  const { nowMs } = useLiveFacts();
  const update = state.comms.updates.at(-1) ?? null;
  return <LastDeliveries {...{ update, nowMs }} mayAct={maySend} {...deliveryActions(send)} />;
}

/** What was said, and who may follow. */
function SaidHere({ state, actor, maySend, send }: { state: RecordState; actor: Actor; maySend: boolean; send: Send }) {
  const { nowMs } = useLiveFacts();
  const { incident, comms } = state;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
      <SentUpdates
        number={incident.number}
        updates={comms.updates}
        mayAct={maySend}
        showsPlaces={readsInside(actor.role)}
        nowMs={nowMs}
        {...deliveryActions(send)}
      />
      {isAllowed(actor.role, 'comms.make_link') && (
        <LinkPanel
          {...{ nowMs, number: incident.number, links: comms.links }}
          mayShare={incident.status !== 'closed'}
          isPrivate={incident.visibleTo !== null}
          onRevoke={(linkId) => void send('comms.revoke_link', { linkId })}
        />
      )}
    </div>
  );
}

/** The updates of one incident: what waits, what is leaving, the next one, what was said, and who may follow. */
export function CommsScreen({ actor, initial, lookup: served, nowMs }: CommsScreenProps) {
  const { record, send, refusals, dismiss } = useRecord(initial, actor);
  const lookup = useLookup(served);
  const { state } = record;
  const words = whyNot(state, actor);
  const maySend = words === null && isAllowed(actor.role, 'comms.send_update');
  return (
    <div className="grid gap-4 px-4 py-4 sm:px-5">
      <TitleHere {...{ state, nowMs }} />
      <Head state={state} nowMs={nowMs} />
      <Refusals refusals={refusals} onDismiss={dismiss} />
      <ViewerLine role={actor.role} />
      <LeavingLine
        update={state.comms.updates.at(-1) ?? null}
        mayUndo={maySend}
        nowMs={nowMs}
        onUndo={(updateId) => void send('comms.withdraw_update', { updateId })}
      />
      <LastHere {...{ state, maySend, send }} />
      {readsInside(actor.role) && <ToPostHere {...{ state, maySend, send }} />}
      {words && <p className="text-dim">{words}</p>}
      {maySend && <NextHere {...{ state, actor, lookup, send }} />}
      <SaidHere {...{ state, actor, maySend, send }} />
    </div>
  );
}
