import 'server-only';
import { Logger, parseCronItems, type Runner, run, type TaskList } from 'graphile-worker';
import { getCatalogue } from '../catalogue/get-catalogue';
import { tendCopies } from '../comms/follow/copy/tend-copies';
import { askToConfirm } from '../comms/follow/subscriptions/ask-to-confirm';
import { forgetSubscriptions } from '../comms/follow/subscriptions/forget-subscriptions';
import { remindOverdue } from '../comms/reminders/remind-overdue';
import { checkBookmarks } from '../degradation/bookmark-checks';
import { scrubEvidence } from '../evidence/scrub-evidence';
import { sweepStore } from '../evidence/sweep-store';
import { pruneHealth, rollUpHealth } from '../health/roll-up';
import { log } from '../observability/log';
import { anchorHeads } from '../review/anchors/anchor-heads';
import { now } from './clock';
import { database } from './database';

const tasks: TaskList = {
  roll_up_health: async () => rollUpHealth(database(), now()),
  prune_health: async () => pruneHealth(database(), now()),
  check_bookmarks: async () => checkBookmarks(getCatalogue().bookmarks),
  scrub_evidence: async () => void (await scrubEvidence()),
  sweep_evidence: async () => void (await sweepStore()),
  anchor_heads: async () => anchorHeads(),
  ask_to_confirm: async (payload) => askToConfirm(String((payload as { id?: unknown }).id)),
  tend_copies: async () => tendCopies(),
  remind_overdue: async () => remindOverdue(),
  forget_subscriptions: async () => forgetSubscriptions(),
};

const cronItems = parseCronItems([
  { task: 'roll_up_health', match: '* * * * *', options: { backfillPeriod: 0, maxAttempts: 3 } },
  { task: 'check_bookmarks', match: '*/15 * * * *', options: { backfillPeriod: 0, maxAttempts: 1 } },
  // In one line, so that two runs never look at the same file.
  {
    task: 'scrub_evidence',
    match: '*/5 * * * *',
    options: { backfillPeriod: 0, maxAttempts: 1, queueName: 'evidence' },
  },
  {
    task: 'sweep_evidence',
    match: '41 * * * *',
    options: { backfillPeriod: 0, maxAttempts: 1, queueName: 'evidence' },
  },
  // Daily: whoever comes first on a day (UTC) writes it; a store that was down is asked again within the hour.
  { task: 'anchor_heads', match: '7 * * * *', options: { backfillPeriod: 3_600_000, maxAttempts: 3 } },
  { task: 'tend_copies', match: '* * * * *', options: { backfillPeriod: 0, maxAttempts: 1, queueName: 'copies' } },
  {
    task: 'remind_overdue',
    match: '* * * * *',
    options: { backfillPeriod: 0, maxAttempts: 1, queueName: 'reminders' },
  },
  { task: 'forget_subscriptions', match: '23 * * * *', options: { backfillPeriod: 0, maxAttempts: 3 } },
  { task: 'prune_health', match: '17 * * * *', options: { backfillPeriod: 0, maxAttempts: 3 } },
]);

/** Runs the scheduled jobs on the library's queue; each runs once, however many nodes there are. */
export async function runScheduledJobs(connectionString: string): Promise<Runner> {
  const logger = new Logger(() => (level, message) => {
    if (level === 'error' || level === 'warning') log().warn({ job: true }, message);
  });
  return run({
    connectionString,
    taskList: tasks,
    parsedCronItems: cronItems,
    // A scrub takes minutes; what is due every minute does not wait for it.
    concurrency: 2,
    maxPoolSize: 2,
    noHandleSignals: true,
    logger,
  });
}
