import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Destination } from '@/lib/domain/catalogue/comms-guide';
import type { PreparedText } from '@/lib/domain/comms/prepared-update';
import { aCommsLookup } from '@/lib/testing/a-comms-lookup';
import { anIncident } from '@/lib/testing/an-incident';
import { Composer } from './composer';

const { state } = anIncident();
const noon = Date.parse('2026-11-22T12:00:00.000Z');
const way = { followers: 'follow', 'status-page': 'status', summary: 'copy' } as const;

/** What the console writes for a promise: the given one, or in half an hour. */
function prepared(nextUpdateAt: string, channels: readonly (keyof typeof way)[]) {
  const texts = channels.map((channel): PreparedText => {
    const about = { channel, name: channel, audience: channel === 'summary' ? 'leads' : 'public' } as const;
    const body = `We look into it. Next update by ${nextUpdateAt.slice(0, 10)} ${nextUpdateAt.slice(11, 16)} UTC.`;
    return { ...about, way: way[channel], subject: null, body, mostCharacters: 2_000 };
  });
  return { headline: 'A possible problem', components: {}, nextUpdateAt, texts };
}

const onSend = vi.fn();
let nowMs = noon;

function served(channels: readonly (keyof typeof way)[]) {
  return vi.fn(async (_: unknown, { body }: RequestInit) => {
    const asked = JSON.parse(String(body)) as { nextUpdateAt?: string };
    const usual = new Date(Math.floor(nowMs / 60_000 + 30) * 60_000).toISOString();
    return Response.json(prepared(asked.nextUpdateAt ?? usual, channels));
  });
}

function screenAt(client: QueryClient, destinations: Partial<Record<string, Destination[]>> = {}) {
  const lookup = aCommsLookup({ destinations });
  return (
    <QueryClientProvider client={client}>
      <Composer record={state} lookup={lookup} nowMs={nowMs} onSend={onSend} />
    </QueryClientProvider>
  );
}

function open(channels: readonly (keyof typeof way)[], destinations: Partial<Record<string, Destination[]>> = {}) {
  vi.stubGlobal('fetch', served(channels));
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const { rerender } = render(screenAt(client, destinations));
  return {
    /** Time passes, and the page asks for the texts again. */
    async at(ms: number) {
      nowMs = ms;
      rerender(screenAt(client, destinations));
      await client.refetchQueries();
    },
  };
}

const text = (name: string) => screen.findByRole<HTMLTextAreaElement>('textbox', { name: `Text for ${name}` });
const sendButton = () => screen.getByRole<HTMLButtonElement>('button', { name: /^(Send|Nothing is connected)/ });

beforeEach(() => {
  nowMs = noon;
  localStorage.clear();
  vi.clearAllMocks();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe('[M14] the button says what a click does', () => {
  it('counts the places that are connected, and the texts to post', async () => {
    open(['followers', 'status-page', 'summary']);
    await text('followers');
    expect(screen.getByRole('button', { name: 'Send to 1; 2 to post yourself' })).toBeTruthy();
    expect(screen.getByText(/Not connected: copy the text and post it yourself\. Public\./)).toBeTruthy();
    fireEvent.click(screen.getAllByRole('checkbox', { name: 'send' })[2] as HTMLElement);
    expect(screen.getByRole('button', { name: 'Send to 1; 1 to post yourself' })).toBeTruthy();
  });

  it('claims no send where nothing is connected', async () => {
    open(['status-page', 'summary'], { follow: [] });
    await text('summary');
    expect(screen.getByRole('button', { name: 'Nothing is connected: save 2 texts to post yourself' })).toBeTruthy();
  });

  it('says no more than it needs to when all is connected', async () => {
    open(['followers', 'status-page'], { status: ['statuspage'] });
    await text('followers');
    expect(screen.getByRole('button', { name: 'Send to 2 places' })).toBeTruthy();
  });
});

describe('[M16] the promise', () => {
  it('follows the clock while nobody edits, and contradicts nothing', async () => {
    const { at } = open(['followers']);
    expect((await text('followers')).value).toContain('12:30 UTC');
    await at(noon + 45 * 60_000);
    await waitFor(async () => expect((await text('followers')).value).toContain('13:15 UTC'));
    expect(screen.getByText('Everything here agrees with the record.')).toBeTruthy();
    expect(screen.queryByRole('region', { name: 'Which promise' })).toBeNull();
  });

  it('stands once a text is edited; when it has passed, the page asks, and one click mends field and text', async () => {
    const { at } = open(['followers']);
    const own = `${(await text('followers')).value} We are moving files.`;
    fireEvent.change(await text('followers'), { target: { value: own } });
    await at(noon + 31 * 60_000);
    await screen.findByText('The next update is promised by 12:30 UTC, and that has passed.');
    expect(sendButton().disabled).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: 'Promise 13:01 UTC, also in the texts' }));
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Which promise' })).toBeNull());
    expect((await text('followers')).value).toBe(own.replace('12:30', '13:01'));
    expect(sendButton().disabled).toBe(false);
  });

  it('that an edited text makes otherwise than the field is asked about: either can be wanted', async () => {
    open(['followers']);
    const own = (await text('followers')).value.replace('12:30', '12:20');
    fireEvent.change(await text('followers'), { target: { value: own } });
    await screen.findByText('The text for followers promises 12:20, and the field says 12:30 UTC.');
    expect(screen.getByRole('button', { name: 'Put 12:30 UTC into the text' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Promise 12:20 UTC' }));
    await screen.findByText('Everything here agrees with the record.');
    expect((await text('followers')).value).toBe(own);
  });
});
