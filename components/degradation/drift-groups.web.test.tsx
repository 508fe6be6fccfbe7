import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { DriftKind } from '@/lib/domain/degradation/drift';
import { DriftGroups } from './drift-groups';
import { DriftScope } from './drift-scope';
import { DriftVerdict } from './drift-verdict';

const kinds: DriftKind[] = [
  'unmapped_key',
  'silent_row',
  'rule_without_runbook',
  'rule_with_unknown_runbook',
  'orphan_runbook',
  'comment_missing',
  'comment_contradicts',
  'dead_bookmark',
];

test('every kind of drift has a heading of its own and shows subject, detail and place', () => {
  render(
    <DriftGroups
      findings={kinds.map((kind) => ({
        kind,
        subject: `${kind} subject`,
        detail: `${kind} detail`,
        where: `${kind}.yml:3`,
      }))}
    />,
  );
  expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(kinds.length);
  for (const kind of kinds) {
    for (const text of [`${kind} subject`, `${kind} detail`, `${kind}.yml:3`])
      expect(screen.getByText(text)).toBeTruthy();
  }
});

test('the verdict says all clear only when all of it was looked at', () => {
  const words = (count: number, unseen: number) => {
    const { container, unmount } = render(<DriftVerdict count={count} unseen={unseen} />);
    const said = container.textContent;
    unmount();
    return said;
  };
  expect(words(0, 0)).toBe('All clear: the matrix matches reality.');
  expect(words(0, 1)).toBe('What was looked at agrees; not everything was.');
  expect(words(1, 0)).toBe('1 thing does not agree.');
  expect(words(3, 2)).toBe('3 things do not agree.');
});

test('what could not be looked at says why and how to change that', () => {
  render(
    <DriftScope
      looked={[{ what: 'health', at: 'the targets' }]}
      notLooked={[{ what: 'alert rules', why: 'ALERT_RULES is not set' }]}
    />,
  );
  expect(screen.getByText('the targets')).toBeTruthy();
  expect(screen.getByText(/^ALERT_RULES is not set\./).textContent).toContain('Set ALERT_RULES to');
});
