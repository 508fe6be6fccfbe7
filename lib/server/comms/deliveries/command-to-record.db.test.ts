import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeSlack, startSlack } from '@/e2e/fakes/receivers/start-slack';
import { aCommsLookup } from '@/lib/testing/a-comms-lookup';
import { aDeliveryQueue, type TestQueue } from '@/lib/testing/a-delivery-queue';
import { outcomeOf } from '@/lib/testing/a-write-door';
import { anActor } from '@/lib/testing/an-actor';
import { slackBot } from '../../integrations/slack/slack-bot';
import { readEvents } from '../../kernel/event-store';
import { execute } from '../../kernel/execute';
import { parseCommand } from '../../kernel/parse-command';
import { writePool } from '../../kernel/write-pool';
import { tellRecord } from './tell-record';

let slack: FakeSlack;
let queue: TestQueue;
beforeAll(async () => {
  slack = await startSlack();
  queue = await aDeliveryQueue({ slack: slackBot({ api: slack.apiUrl, token: 'xoxb-fake', channel: 'C0FAKE0001' }) });
});
afterAll(async () => {
  await Promise.all([slack.end(), writePool().end()]);
  await queue.close();
});

const commander = anActor('commander');

async function command(type: string, input: object): Promise<string> {
  const reading = parseCommand({ commandId: uuidv7(), type, input });
  if (!reading.ok) throw new Error(reading.problems.join('; '));
  const commsLookup = () => aCommsLookup({ destinations: { slack: ['slack'] } });
  const outcome = outcomeOf(await execute({ ...queue.door, commsLookup }, commander, reading.command));
  return outcome.outcome === 'rejected' ? JSON.stringify(outcome.rejection) : outcome.outcome;
}

async function recordedOf(number: string): Promise<unknown[]> {
  const events = await readEvents(queue.door.database, number, 0);
  return events.filter(({ type }) => type === 'comms.delivery_recorded').map(({ data }) => data);
}

it('[M4] [M12] an update leaves after its ten seconds, once, and the record says what became of it', async () => {
  const number = await queue.incident();
  const updateId = uuidv7();
  const nextUpdateAt = new Date(Date.now() + 1_200_000).toISOString();
  const body = `All works. Next update by ${nextUpdateAt.slice(11, 16)} UTC.`;
  const texts = [{ channel: 'incidents', subject: null, body }];
  const words = { phase: 'investigating', language: 'en', headline: 'A look at uploads', texts };
  const input = { number, updateId, ...words, nextUpdateAt };
  expect(await command('comms.send_update', input)).toBe('applied');
  const parts = { ...queue.parts, tell: tellRecord };

  slack.behave({ status: 403, body: 'action_prohibited' });
  await queue.work('slack', parts);
  expect(slack.received).toEqual([]);
  queue.later(11_000);
  await queue.work('slack', parts);
  const place = { updateId, channel: 'incidents', destination: 'slack' };
  const refused = { ...place, outcome: 'given_up', detail: 'Slack answered 403: action_prohibited' };
  expect(await recordedOf(number)).toEqual([refused]);

  expect(await command('comms.retry_delivery', { number, ...place })).toBe('applied');
  await queue.work('slack', parts);
  expect(await recordedOf(number)).toEqual([refused, { ...place, outcome: 'sent', detail: null }]);
  expect(slack.messages.map(({ text }) => text)).toEqual([body]);
});
