'use client';

import type { CommsState, SentUpdate } from '@/lib/domain/comms/comms';
import type { CommsRecord } from '@/lib/domain/comms/record';
import { textsToPost } from '@/lib/domain/comms/told-update';
import { postClock } from '@/lib/domain/comms/update-clock';
import { Button } from '../ui/button';
import { Time } from '../ui/time';
import { useCopy } from '../ui/use-copy';
import type { ChannelText } from './composer-draft';

interface PostingListProps {
  record: CommsRecord;
  /** The update whose texts these are: the newest. */
  update: SentUpdate;
  mayAct: boolean;
  nowMs: number;
  onPosted: (updateId: string, channel: string) => void;
  onNotPosted: (updateId: string, channel: string) => void;
}

interface PostingProps {
  name: string;
  text: ChannelText;
  posting: SentUpdate['posted'][string] | undefined;
  mayAct: boolean;
  nowMs: number;
  onPosted: () => void;
  onNotPosted: () => void;
}

function Posting({ name, text: { subject, body }, posting, mayAct, nowMs, ...on }: PostingProps) {
  const { said, copy } = useCopy(subject === null ? body : `${subject}\n\n${body}`);
  return (
    <li className="grid gap-1.5 border-line border-t py-2.5" data-posting={name}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <h3 className="font-semibold">{name}</h3>
        {posting ? (
          <span className="text-ok text-sm">
            posted by {posting.by.name} at <Time iso={posting.at} nowMs={nowMs} zone />
          </span>
        ) : (
          <span className="text-degraded text-sm">not posted yet</span>
        )}
        <span className="ml-auto flex gap-2">
          <Button onClick={() => void copy()} aria-label={`Copy the text for ${name}`}>
            {said || 'Copy'}
          </Button>
          {mayAct && (
            <Button
              look={posting ? 'quiet' : 'go'}
              onClick={posting ? on.onNotPosted : on.onPosted}
              aria-label={posting ? `${name} is not posted` : `${name} is posted`}
            >
              {posting ? 'Not posted after all' : 'Posted'}
            </Button>
          )}
        </span>
      </div>
      <details open={!posting}>
        <summary className="cursor-pointer text-dim text-sm">The text</summary>
        {subject && <p className="font-semibold">{subject}</p>}
        <p className="whitespace-pre-wrap break-words">{body}</p>
      </details>
    </li>
  );
}

function Due({ record, nowMs }: Pick<PostingListProps, 'record' | 'nowMs'>) {
  const clock = postClock(record, nowMs);
  if (!clock) return <span className="text-ok">all posted</span>;
  const { texts, dueAt, state } = clock;
  return (
    <span className={state === 'overdue' ? 'text-down' : 'text-degraded'}>
      {texts.length} {texts.length === 1 ? 'text' : 'texts'} still to post
      {dueAt !== null && (
        <>
          , {state === 'overdue' ? 'overdue: it was due' : 'due'} <Time iso={dueAt} nowMs={nowMs} zone />
        </>
      )}
    </span>
  );
}

/** Rule M14: the texts of the newest update that a person posts, as they were written, each with copy and *posted*. */
export function PostingList({ record, update, mayAct, nowMs, onPosted, onNotPosted }: PostingListProps) {
  const { comms } = record;
  const byHand = update.channels.filter((one) => one.byHand);
  if (byHand.length === 0 || update.isWithdrawn || nowMs < Date.parse(update.leavesAt)) return null;
  const { updateId } = update;
  return (
    <section
      id="to-post"
      aria-label="To post by hand"
      data-open={textsToPost(comms).length}
      className="rounded-lg border border-line bg-panel px-3.5 pt-2.5"
    >
      <div className="flex flex-wrap items-baseline gap-x-3 pb-2.5">
        <h2 className="font-semibold">To post by hand</h2>
        <Due {...{ record, nowMs }} />
      </div>
      <ul>
        {byHand.map(({ channel, name }) => (
          <Posting
            key={channel}
            {...{ name, mayAct, nowMs, text: textOf(comms, channel), posting: update.posted[channel] }}
            onPosted={() => onPosted(updateId, channel)}
            onNotPosted={() => onNotPosted(updateId, channel)}
          />
        ))}
      </ul>
    </section>
  );
}

function textOf({ lastTexts }: CommsState, channel: string): ChannelText {
  return lastTexts[channel] ?? { subject: null, body: '' };
}
