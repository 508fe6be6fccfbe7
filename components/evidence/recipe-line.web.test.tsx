import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { EvidenceState } from '@/lib/domain/evidence/evidence';
import { failedCapture } from '@/lib/testing/command-samples';
import { RecipeLine } from './recipe-line';

vi.mock('next/navigation', () => ({ useRouter: () => ({ prefetch: () => {}, push: () => {} }) }));
afterEach(cleanup);

const by = { kind: 'person' as const, id: 'r', name: 'Rafael' };
const at = '2026-11-22T03:10:00.000Z';
const item = { ...failedCapture, recipe: 'keys', at, by, secrets: null };
const none: EvidenceState = { items: [], waived: {}, viewed: {}, unmasked: {} };
const files = { accept: vi.fn(), recordNoAnswer: vi.fn() };

function show(evidence: EvidenceState, over: Partial<Parameters<typeof RecipeLine>[0]> = {}) {
  const recipe = { id: 'keys', title: 'Keys in Redis', command: 'redis-cli', fileName: 'keys.txt' };
  const { container } = render(
    <ul>
      <RecipeLine
        {...{ number: 'INC-2026-0001', recipe, evidence, files }}
        {...{ excuse: null, source: 'Redis', isLocking: true, mayAdd: true, onCapture: () => {} }}
        {...over}
      />
    </ul>,
  );
  return container.textContent;
}

describe('[E11] [E12] [E13] what the panel says of one thing to save', () => {
  it('is the attempt with how it failed, and the two ways on', () => {
    expect(show({ ...none, items: [item] })).toContain('ended with exit status 1: “Error: No such container: api”');
    fireEvent.click(screen.getByText('Take it all the same'));
    fireEvent.click(screen.getByText('Redis does not answer'));
    expect(files.accept).toHaveBeenCalledWith(item.evidenceId);
    expect(files.recordNoAnswer).toHaveBeenCalledWith(item.evidenceId);
    expect(screen.getByText('save')).toBeTruthy();
  });

  it('is who took it all the same', () => {
    const taken = { ...item, accepted: { by: { ...by, name: 'Camille' }, at } };
    expect(show({ ...none, items: [taken] })).toContain('taken all the same by Camille');
    expect(screen.queryByText('save')).toBeNull();
  });

  it('is that its source does not answer, and offers that no second time', () => {
    const fact = { title: 'Keys', source: 'Redis', evidenceId: item.evidenceId, by, at };
    expect(show({ ...none, items: [item], unanswered: { keys: fact } })).toContain(
      'Keys in Redis Redis does not answer',
    );
    expect(screen.queryByRole('button', { name: 'Redis does not answer' })).toBeNull();
  });

  it('is why it is not required, and still how to save it', () => {
    expect(show(none, { excuse: 'Redis is down', isLocking: false })).toContain('not required: Redis is down');
    expect(screen.getByText('save')).toBeTruthy();
  });

  it('is no way on for who may only read', () => {
    show({ ...none, items: [item] }, { files: null, mayAdd: false });
    expect(screen.queryAllByRole('button')).toEqual([]);
  });
});
