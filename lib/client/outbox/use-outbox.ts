'use client';

import { useSyncExternalStore } from 'react';
import { outboxIfOpen } from './outbox';
import type { OutboxEntry } from './outbox-entry';

const none: readonly OutboxEntry[] = [];
const noEntries = () => none;
const subscribe = (listener: () => void) => outboxIfOpen()?.subscribe(listener) ?? (() => {});
const read = () => outboxIfOpen()?.entries() ?? none;

/** All entries of this person's queue, refused ones too. */
export function useOutboxEntries(): readonly OutboxEntry[] {
  return useSyncExternalStore(subscribe, read, noEntries);
}

/** The commands that the server has not answered yet. */
export function useOutbox() {
  const waiting = useOutboxEntries().flatMap((entry) => {
    const { commandId, type, number, createdAt, state, text } = entry;
    return state === 'refused' || state === 'sent'
      ? []
      : [{ commandId, type, number, createdAt, state, ...(text === undefined ? {} : { text }) }];
  });
  return { waiting };
}
