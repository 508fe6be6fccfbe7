import type { RecordAction } from './record-action';

const offered = [5, 10, 15, 30];
const minuteMs = 60_000;

/** Putting off the next update, while one is promised. `dueAt` is ISO UTC. */
export function commsActions(dueAt: string | null): RecordAction[] {
  if (dueAt === null) return [];
  const from = () => Math.max(Date.parse(dueAt), Date.now());
  return [
    {
      ...{ id: 'snooze-update', label: 'Put off the next update…', group: 'comms', command: 'comms.snooze_promise' },
      ask: {
        title: 'Put off the next update',
        description: 'Those who follow were promised it. The record keeps that it was put off, and why.',
        fields: [
          {
            ...{ name: 'minutes', label: 'By', kind: 'choice', initial: '10' },
            choices: offered.map((minutes) => ({ id: String(minutes), label: `${minutes} minutes` })),
          },
          { name: 'reason', label: 'Why', kind: 'passage', minLength: 10, maxLength: 500 },
        ],
        submit: 'Put it off',
        look: 'go',
      },
      toInput: ({ minutes, reason }) => ({
        until: new Date(from() + Number(minutes) * minuteMs).toISOString(),
        reason,
      }),
    },
  ];
}
