import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lastUpdate } from '@/lib/domain/comms/comms';
import type { DomainEvent } from '@/lib/domain/contents';
import { anActor } from '@/lib/testing/an-actor';
import { anIncidentAfter } from '@/lib/testing/an-incident';
import { anUpdate, aSentUpdate } from '@/lib/testing/command-samples';
import { PostingList } from './posting-list';

const camille = anActor('commander', 'Camille');
const leavesAt = '2026-11-22T12:00:10.000Z';
const byHand = { name: 'Status page', audience: 'public', subject: 'Some uploads failed', destinations: [] } as const;
const sent: DomainEvent = {
  type: 'comms.update_sent',
  data: {
    ...aSentUpdate(),
    texts: [
      ...aSentUpdate().texts,
      { ...byHand, channel: 'status-page', body: 'Uploads fail since 11:58 UTC.', destinations: [] },
    ],
    ...{ leavesAt, review: null, promise: { dueAt: '2026-11-22T12:05:00.000Z', isLate: false } },
  },
};
const posted: DomainEvent = {
  type: 'comms.text_posted',
  data: { updateId: anUpdate.updateId, channel: 'status-page', name: 'Status page' },
};

const onPosted = vi.fn();
const onNotPosted = vi.fn();

function open(at: string, mayAct: boolean, ...events: DomainEvent[]) {
  const record = anIncidentAfter(camille, sent, ...events);
  const update = lastUpdate(record.comms);
  if (!update) throw new Error('nothing was sent');
  render(<PostingList {...{ record, update, mayAct, onPosted, onNotPosted }} nowMs={Date.parse(at)} />);
}

const region = () => screen.queryByRole('region', { name: 'To post by hand' });

beforeEach(() => vi.clearAllMocks());
afterEach(cleanup);

it('[M14] waits until the update can no longer be taken back', () => {
  open('2026-11-22T12:00:09.000Z', true);
  expect(region()).toBeNull();
});

it('[M14] shows what nothing is connected for, as it was written, until when it is due, and marks it as posted', () => {
  open('2026-11-22T12:01:00.000Z', true);
  expect(region()?.textContent).toMatch(/1 text still to post, due 12:05 UTC/);
  expect(region()?.textContent).toContain('Uploads fail since 11:58 UTC.');
  expect(region()?.textContent).not.toContain(anUpdate.texts[0]?.body ?? 'x');
  fireEvent.click(screen.getByRole('button', { name: 'Status page is posted' }));
  expect(onPosted).toHaveBeenCalledWith(anUpdate.updateId, 'status-page');
});

it('[M14] says that it is overdue, and offers nothing to whoever may not speak', () => {
  open('2026-11-22T12:06:00.000Z', false);
  expect(region()?.textContent).toMatch(/overdue: it was due 12:05 UTC/);
  expect(screen.queryByRole('button', { name: /is posted/ })).toBeNull();
  expect(screen.getByRole('button', { name: 'Copy the text for Status page' })).toBeTruthy();
});

it('[M14] says who posted it and when, and takes that back', () => {
  open('2026-11-22T12:06:00.000Z', true, posted);
  expect(region()?.textContent).toMatch(/all posted.*posted by Camille at 12:00 UTC/);
  fireEvent.click(screen.getByRole('button', { name: 'Status page is not posted' }));
  expect(onNotPosted).toHaveBeenCalledWith(anUpdate.updateId, 'status-page');
});
