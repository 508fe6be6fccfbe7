'use client';

import { type FormEvent, useState } from 'react';
import type { FollowLinkState } from '@/lib/domain/comms/comms';
import { Button } from '../ui/button';
import { Panel } from '../ui/panel';
import { TextField } from '../ui/text-field';
import { Time } from '../ui/time';
import { useCopy } from '../ui/use-copy';
import { useFollowLinks } from './use-follow-links';

interface LinkPanelProps {
  number: string;
  links: readonly FollowLinkState[];
  mayShare: boolean;
  isPrivate: boolean;
  nowMs: number;
  onRevoke: (linkId: string) => void;
}

function NewLink({ address }: { address: string }) {
  const { said, copy } = useCopy(address);
  return (
    <div role="status" className="grid gap-1.5 rounded-md border border-ok bg-ok-bg px-3 py-2">
      <p className="font-semibold text-sm">Copy it now: it is shown once.</p>
      <code className="break-all text-sm">{address}</code>
      <Button onClick={() => void copy()}>{said || 'Copy the link'}</Button>
    </div>
  );
}

/** Links for people without an account: who has one, until when, how often it was looked at. */
export function LinkPanel({ number, links, mayShare, isPrivate, nowMs, onRevoke }: LinkPanelProps) {
  const { made, words, isBusy, viewsOf, make } = useFollowLinks(number, mayShare);
  const [label, setLabel] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (label.trim()) void make(label.trim()).then((isMade) => isMade && setLabel(''));
  };
  const live = links.filter(({ revokedAt, expiresAt }) => revokedAt === null && Date.parse(expiresAt) > nowMs);
  return (
    <Panel title="Links for people without an account" aside={live.length > 0 ? `${live.length}` : undefined}>
      <div className="grid gap-3 px-3.5 py-3">
        {isPrivate && <p className="text-dim">This incident is private: there are no links to it.</p>}
        {!isPrivate && live.length === 0 && (
          <p className="text-dim">None. Whoever has one sees what was sent, nothing else.</p>
        )}
        <ul className="grid gap-2">
          {live.map(({ linkId, label: whose, expiresAt }) => (
            <li key={linkId} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
              <span>{whose}</span>
              <span className="text-dim">
                until <Time iso={expiresAt} nowMs={nowMs} zone />
                {viewsOf(linkId)}
              </span>
              {mayShare && (
                <Button className="ml-auto" onClick={() => onRevoke(linkId)}>
                  End it
                </Button>
              )}
            </li>
          ))}
        </ul>
        {made && <NewLink address={made} />}
        <p role="alert" className="text-down text-sm empty:hidden">
          {words}
        </p>
        {mayShare && !isPrivate && (
          <form onSubmit={submit} className="grid gap-2">
            <TextField
              label="For whom"
              value={label}
              maxLength={80}
              placeholder="Partner support desk"
              onChange={({ target }) => setLabel(target.value)}
            />
            <Button type="submit" disabled={isBusy || label.trim() === ''}>
              Make a link for 7 days
            </Button>
          </form>
        )}
      </div>
    </Panel>
  );
}
