import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { declareIncident } from '@/lib/client/outbox/declare-incident';
import { healthKey, openIncidentsKey } from '@/lib/client/store/query-keys';
import { setServerTime } from '@/lib/client/store/server-clock';
import { toMatrixCatalogue } from '@/lib/domain/degradation/matrix-catalogue';
import type { ComponentStatus } from '@/lib/domain/health/health';
import { aCatalogue, aService } from '@/lib/testing/a-catalogue';
import { aHealthView, aSilentTarget, aTarget, noon } from '@/lib/testing/a-target';
import type { DeclareStart } from './declare-choices';
import { DeclareDialog } from './declare-dialog';

const push = vi.fn();
vi.mock('next/navigation', () => ({ useRouter: () => ({ push, prefetch: vi.fn() }) }));
vi.mock('@/lib/client/outbox/declare-incident', () => ({ declareIncident: vi.fn() }));

const catalogue = aCatalogue({ services: [...aCatalogue().services, aService('redis', { name: 'Redis' })] });
const { severities, defaultSeverity } = catalogue;
const answering = (components: Record<string, ComponentStatus>) =>
  aHealthView(aTarget('blue', components), aTarget('green', components));
const dark = aHealthView(aSilentTarget('blue', { store: 'ok' }), aSilentTarget('green', { store: 'ok' }));

let client: QueryClient;
const onClose = vi.fn();

function open(health = answering({ store: 'down', redis: 'ok' }), start: DeclareStart = {}, incidents: object[] = []) {
  client.setQueryData(openIncidentsKey, incidents);
  const choices = { severities, defaultSeverity, matrix: toMatrixCatalogue(catalogue), health };
  render(
    <QueryClientProvider client={client}>
      <DeclareDialog choices={choices} start={start} onClose={onClose} />
    </QueryClientProvider>,
  );
}
const titleField = () => screen.getByLabelText<HTMLInputElement>(/What is wrong/);
const isTicked = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name }).checked;
const chosen = () => screen.getByRole<HTMLInputElement>('radio', { checked: true }).value;
const live = (health: ReturnType<typeof aHealthView>) => act(() => void client.setQueryData(healthKey, health));
const sent = () => vi.mocked(declareIncident).mock.calls.at(-1)?.[0];

beforeEach(() => {
  localStorage.clear();
  vi.clearAllMocks();
  vi.mocked(declareIncident).mockResolvedValue({ ok: true, number: 'INC-2026-0009' });
  client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  setServerTime(noon);
});
afterEach(cleanup);

describe('[I26] the form knows what the matrix knows', () => {
  it('shows the sentence, and declares what is live with one key', async () => {
    open();
    expect(screen.getByText(/^store fails\./)).toBeTruthy();
    expect([titleField().value, isTicked('store'), isTicked('Redis'), chosen()]).toEqual([
      'store fails',
      true,
      false,
      'SEV-2',
    ]);
    expect(screen.getByText(/Proposed by rule S2: store is down/)).toBeTruthy();
    fireEvent.keyDown(titleField(), { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(push).toHaveBeenCalledWith('/incidents/INC-2026-0009'));
    expect(sent()).toEqual({
      ...{ title: 'store fails', severity: 'SEV-2', services: ['store'] },
      ...{ impactStartedAt: noon, detectedAt: noon },
    });
  });

  it('proposes the outage when nothing is known, and an unknown row can be declared from', () => {
    open(dark);
    expect([titleField().value, chosen(), isTicked('api')]).toEqual(['api does not answer', 'SEV-1', true]);
    expect(screen.getByText(/Proposed by rule S1/)).toBeTruthy();
    cleanup();
    open(dark, { serviceId: 'store' });
    expect([titleField().value, isTicked('store'), isTicked('api')]).toEqual([
      'Nothing is known of store',
      true,
      false,
    ]);
  });

  it('keeps what was changed while a row flips ten times, and says what changed', async () => {
    open();
    fireEvent.change(titleField(), { target: { value: 'Covers are missing' } });
    fireEvent.click(screen.getByRole('radio', { name: /SEV-3/ }));
    for (let flip = 0; flip < 10; flip += 1) live(answering({ store: flip % 2 === 0 ? 'ok' : 'down', redis: 'down' }));
    expect([titleField().value, isTicked('store'), isTicked('Redis'), chosen()]).toEqual([
      'Covers are missing',
      true,
      false,
      'SEV-3',
    ]);
    expect(await screen.findByText('Changed since you opened this: Redis is down.')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Use what is live now' }));
    expect([titleField().value, isTicked('store'), isTicked('Redis'), chosen()]).toEqual([
      'Covers are missing',
      true,
      true,
      'SEV-3',
    ]);
    expect(screen.queryByText(/Changed since/)).toBeNull();
  });

  it('offers the open incident that names the row first, and starts without that row', () => {
    const other = { number: 'INC-2026-0007', title: 'No logins', services: ['redis'], isPrivate: false };
    open(answering({ store: 'down', redis: 'down' }), {}, [other]);
    expect([isTicked('store'), isTicked('Redis')]).toEqual([true, false]);
    expect(screen.queryByRole('link')).toBeNull();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Redis' }));
    expect(screen.getByRole('link', { name: 'Go to INC-2026-0007' }).getAttribute('href')).toBe(
      '/incidents/INC-2026-0007',
    );
    cleanup();
    open(answering({ redis: 'down' }), { serviceId: 'redis' }, [other]);
    expect(screen.getByText(/Redis: in INC-2026-0007, open \(No logins\)/)).toBeTruthy();
  });

  it('[A7] says nothing of a private one', () => {
    const hidden = { number: 'INC-2026-0007', title: 'Keys leaked', services: ['store'], isPrivate: true };
    open(undefined, {}, [hidden]);
    expect(isTicked('store')).toBe(true);
    expect(screen.queryByText(/INC-2026-0007/)).toBeNull();
  });

  it('brings along what was done before, and its class names what the matrix cannot', async () => {
    const failureClass = { id: 'uploads-fail' };
    const title = 'Tracks do not upload';
    const ticked = [{ checklistId: 'first-five-minutes', itemId: 'read', at: noon }];
    open(answering({ store: 'ok', redis: 'ok' }), { failureClass, title, ticked, severity: 'SEV-1' });
    expect([titleField().value, chosen()]).toEqual(['Tracks do not upload', 'SEV-1']);
    fireEvent.submit(titleField());
    await waitFor(() => expect(sent()).toMatchObject({ ticked, failureClass: 'uploads-fail', services: [] }));
    expect(sent()).not.toHaveProperty('impactStartedAt');
  });
});
