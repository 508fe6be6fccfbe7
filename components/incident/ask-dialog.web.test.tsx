import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anActor } from '@/lib/testing/an-actor';
import { anIncident } from '@/lib/testing/an-incident';
import { AskDialog } from './ask-dialog';
import { listActions } from './list-actions';
import { type LiveAsk, liveAsk } from './live-ask';
import type { RecordAction } from './record-action';

const { state } = anIncident();
const services = [
  { id: 'store', name: 'Store' },
  { id: 'api', name: 'API' },
];
const actions = listActions(state.incident, anActor('commander'), {
  ...{ severities: [], services, locked: [], updateDueAt: null },
});
const calm: LiveAsk = { red: [], proposal: null };
const red: LiveAsk = { ...calm, red: [{ name: 'Store', status: 'down', users: 'Uploads fail' }] };
const onSend = vi.fn();
const onClose = vi.fn();

/** The action with this id, as it is asked while the matrix is so. */
function open(id: string, live = calm, values: Record<string, string> = {}): RecordAction {
  const action = actions.find((candidate) => candidate.id === id);
  if (!action) throw new Error(`no action ${id}`);
  const asked = liveAsk(action, live);
  render(<AskDialog number="INC-2026-0001" action={asked} values={values} onSend={onSend} onClose={onClose} />);
  return asked;
}
const field = (name: string | RegExp) => screen.getByLabelText<HTMLTextAreaElement>(name);
const type = (name: string | RegExp, value: string) => fireEvent.change(field(name), { target: { value } });
const sent = (action: RecordAction) => action.toInput(onSend.mock.calls.at(-1)?.[1] as Record<string, string>);

beforeEach(() => {
  localStorage.clear();
  vi.clearAllMocks();
});
afterEach(cleanup);

describe('[I27] marking it mitigated or resolved asks', () => {
  it('shows what is red and takes a reason, with the usual ones at hand', () => {
    const action = open('mitigate', red);
    expect(screen.getByText('Store is down: Uploads fail')).toBeTruthy();
    type('What ended the harm', 'Restarted it');
    fireEvent.keyDown(field('What ended the harm'), { key: 'Enter', ctrlKey: true });
    expect(screen.getByRole('alert').textContent).toMatch(/Why go on although Store is red: this is needed/);
    expect(onSend).not.toHaveBeenCalled();
    fireEvent.click(screen.getByRole('button', { name: 'Users confirm that it works again.' }));
    fireEvent.keyDown(field('What ended the harm'), { key: 'Enter', metaKey: true });
    expect(sent(action)).toEqual({
      ...{ from: 'investigating', how: 'Restarted it', despite: 'Users confirm that it works again.' },
    });
  });

  it('asks for no reason while nothing of its own is red', () => {
    const action = open('resolve');
    expect(screen.queryByLabelText(/Why go on/)).toBeNull();
    type('Cause', 'A drive');
    type('Mitigated by', 'Replaced');
    fireEvent.submit(field('Cause'));
    expect(sent(action)).toEqual({ from: 'investigating', cause: 'A drive', mitigation: 'Replaced' });
  });

  it('[P2] takes a finding as the cause behind what was typed already', () => {
    open('resolve');
    type('Cause', 'A drive');
    cleanup();
    open('resolve', calm, { cause: 'Node 2 lost its power' });
    expect(field('Cause').value).toBe('A drive\nNode 2 lost its power');
    type('Cause', 'Node 2 lost its power');
    expect(field('Cause').value).toBe('Node 2 lost its power');
  });
});

describe('other questions', () => {
  it('raising starts with the rule that proposes it', () => {
    const proposal = { severity: 'SEV-1', rule: 'S2', because: 'PostgreSQL is down' };
    open('severity-SEV-1', { ...calm, proposal });
    expect(field('Why').value).toBe('S2: PostgreSQL is down');
    cleanup();
    open('severity-SEV-3', { ...calm, proposal });
    expect(field('Why').value).toBe('');
  });

  it('[I24] services are added and taken out by their names', () => {
    const add = open('add-service');
    fireEvent.submit(field('Service'));
    expect(sent(add)).toEqual({ services: ['api'] });
    cleanup();
    const remove = open('remove-service');
    expect(screen.getByRole('option', { name: 'Store' })).toBeTruthy();
    fireEvent.submit(field('Service'));
    expect(sent(remove)).toEqual({ services: ['store'] });
  });
});
