import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FakeReceiver } from '@/e2e/fakes/receivers/fake-server';
import { type FakeCachet, startCachet } from '@/e2e/fakes/receivers/start-cachet';
import { type FakeSlack, startSlack } from '@/e2e/fakes/receivers/start-slack';
import { type FakeStatuspage, startStatuspage } from '@/e2e/fakes/receivers/start-statuspage';
import { type FakeWebhook, startWebhook, webhookSecret } from '@/e2e/fakes/receivers/start-webhook';
import type { Destination } from '@/lib/domain/catalogue/comms-guide';
import { aDeliveryQueue, type TestQueue } from '@/lib/testing/a-delivery-queue';
import { cachetReceiver } from '../../integrations/cachet/cachet-receiver';
import { slackBot } from '../../integrations/slack/slack-bot';
import { statuspageReceiver } from '../../integrations/statuspage/statuspage-receiver';
import { webhookReceiver } from '../../integrations/webhook/webhook-receiver';

let queue: TestQueue;
let slack: FakeSlack;
let statuspage: FakeStatuspage;
let cachet: FakeCachet;
let webhook: FakeWebhook;

beforeAll(async () => {
  [slack, statuspage, cachet, webhook] = await Promise.all([
    startSlack(),
    startStatuspage(),
    startCachet(),
    startWebhook(),
  ]);
  queue = await aDeliveryQueue({
    slack: slackBot({ api: slack.apiUrl, token: 'xoxb-fake', channel: 'C0FAKE0001' }),
    statuspage: statuspageReceiver({
      api: statuspage.url,
      pageId: 'page',
      apiKey: 'key',
      components: { upload: 'up1' },
    }),
    cachet: cachetReceiver({ url: cachet.url, token: 'token', components: { upload: 7 } }),
    webhook: webhookReceiver(`${webhook.url}/hook`, webhookSecret),
  });
});
afterAll(async () => {
  await Promise.all([slack, statuspage, cachet, webhook].map((fake) => fake.end()));
  await queue.close();
});
afterEach(() => {
  for (const fake of [slack, statuspage, cachet, webhook]) expect(fake.problems).toEqual([]);
});

const fakeOf = (destination: Destination): FakeReceiver =>
  ({ slack, statuspage, cachet, webhook })[destination as 'slack'] ?? slack;

/** Sends three updates, from the first word to the last. */
async function tellAll(destination: Destination): Promise<string> {
  const number = await queue.incident();
  const headline = `Uploads fail (${number})`;
  await queue.add(destination, { number, headline, body: 'We look into it.' });
  await queue.work(destination);
  await queue.add(destination, { number, headline, phase: 'identified', body: 'A disk is full.' });
  await queue.work(destination);
  const components = { upload: 'ok', login: 'ok' } as const;
  await queue.add(destination, { number, headline, phase: 'resolved', body: 'It works again.', components });
  await queue.work(destination);
  return headline;
}

describe('[M4] an incident from its first update to its last', () => {
  it('is one message in Slack that shows the newest, with all of them in its thread', async () => {
    const before = slack.messages.length;
    await tellAll('slack');
    const [first, ...replies] = slack.messages.slice(before);
    expect(first).toMatchObject({ text: 'It works again.', threadTs: null, isEdited: true });
    expect(replies.map(({ text }) => text)).toEqual(['A disk is full.', 'It works again.']);
    expect(replies.every(({ threadTs }) => threadTs === first?.ts)).toBe(true);
  });

  it('is one incident on Statuspage, with the state of its components', async () => {
    const name = await tellAll('statuspage');
    const [incident, ...others] = statuspage.incidents.filter((one) => one.name === name);
    expect(others).toEqual([]);
    expect(incident).toMatchObject({ status: 'resolved', components: { up1: 'operational' } });
    expect(incident?.updates.map(({ status }) => status)).toEqual(['investigating', 'identified', 'resolved']);
  });

  it('is one incident in Cachet with its updates, and the state of its components', async () => {
    const name = await tellAll('cachet');
    const [incident, ...others] = cachet.incidents.filter((one) => one.name === name);
    expect(others).toEqual([]);
    expect(incident).toMatchObject({ status: 4, message: 'We look into it.' });
    expect(incident?.updates.map(({ message }) => message)).toEqual(['A disk is full.', 'It works again.']);
    expect(cachet.components.get(7)).toBe(1);
  });

  it('is three signed messages to a webhook', async () => {
    const before = webhook.messages.size;
    await tellAll('webhook');
    const phases = [...webhook.messages.values()].slice(before).map(({ data }) => data.phase);
    expect(phases).toEqual(['investigating', 'identified', 'resolved']);
  });
});

const all: Destination[] = ['slack', 'statuspage', 'cachet', 'webhook'];
const repeatable: Destination[] = ['statuspage', 'cachet', 'webhook'];

describe('[M4] a receiver in trouble', () => {
  it.each(all)('%s says when to come back, and is asked then', async (destination) => {
    const number = await queue.incident();
    fakeOf(destination).behave({ status: 429, headers: { 'retry-after': '90' } });
    const id = await queue.add(destination, { number });
    await queue.work(destination);
    expect(await queue.find(id)).toMatchObject({ state: 'queued', attempts: 1, waitMs: 90_000 });
    queue.later(90_000);
    await queue.work(destination);
    expect(await queue.find(id)).toMatchObject({ state: 'sent', attempts: 2, problem: null });
  });

  it.each(all)('%s answers 500 and is tried again; the record hears of the first failure', async (destination) => {
    const number = await queue.incident();
    fakeOf(destination).behave({ status: 500, body: '<html>oops</html>' }, { status: 503 });
    const id = await queue.add(destination, { number });
    await queue.work(destination);
    expect(await queue.find(id)).toMatchObject({ state: 'queued', waitMs: 2_000 });
    queue.later(2_000);
    await queue.work(destination);
    expect(await queue.find(id)).toMatchObject({ state: 'queued', waitMs: 4_000 });
    queue.later(4_000);
    await queue.work(destination);
    const outcomes = queue.told.filter(({ key }) => key[0] === id).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['failing', 'sent']);
  });

  it.each(all)('%s refuses for good: given up, in words and without the key', async (destination) => {
    for (const [status, said] of [
      [401, 'key=sk_live_12345678901234'],
      [422, 'name is too long'],
    ] as const) {
      const number = await queue.incident();
      fakeOf(destination).behave({ status, body: JSON.stringify({ error: said }) });
      const id = await queue.add(destination, { number });
      await queue.work(destination);
      const { state, problem } = await queue.find(id);
      expect(state).toBe('given_up');
      expect(problem).toContain(String(status));
      expect(problem).not.toContain('sk_live');
    }
  });

  it.each(repeatable)('%s cuts the line, having it or not, and has it once', async (destination) => {
    for (const cut of ['cut_before', 'cut_after'] as const) {
      const number = await queue.incident();
      const headline = `${cut} ${number}`;
      fakeOf(destination).behave(cut);
      const id = await queue.add(destination, { number, headline });
      await queue.work(destination);
      expect(await queue.find(id)).toMatchObject({ state: 'queued', attempts: 1 });
      queue.later(2_000);
      await queue.work(destination);
      expect(await queue.find(id)).toMatchObject({ state: 'sent', attempts: 2 });
      const there = {
        statuspage: statuspage.incidents.filter(({ name }) => name === headline).flatMap(({ updates }) => updates),
        cachet: cachet.incidents.filter(({ name }) => name === headline),
        webhook: [...webhook.messages.values()].filter(({ data }) => data.headline === headline),
      }[destination as 'webhook'];
      expect(there).toHaveLength(1);
    }
  });

  it('Slack cuts the line: nobody knows, so it is not sent again by itself', async () => {
    const number = await queue.incident();
    slack.behave('cut_after');
    const id = await queue.add('slack', { number });
    await queue.work('slack');
    queue.later(3_600_000);
    await queue.work('slack');
    expect(await queue.find(id)).toMatchObject({ state: 'uncertain', attempts: 1 });
  });

  it('Slack cuts the line when only the change was left: that is repeated, and not the reply', async () => {
    const number = await queue.incident();
    const before = slack.messages.length;
    await queue.add('slack', { number, body: 'one' });
    await queue.work('slack');
    const id = await queue.add('slack', { number, body: 'two' });
    slack.behaveOn('/api/chat.update', 'cut_before');
    await queue.work('slack');
    expect(await queue.find(id)).toMatchObject({ state: 'queued' });
    queue.later(2_000);
    await queue.work('slack');
    expect(slack.messages.slice(before).map(({ text }) => text)).toEqual(['two', 'two']);
  });

  it('nobody listens: it has not left, so it is tried again', async () => {
    const number = await queue.incident();
    const nowhere = slackBot({ api: 'http://127.0.0.1:9', token: 'x', channel: 'y' });
    const id = await queue.add('slack', { number });
    await queue.work('slack', { ...queue.parts, receiverOf: () => nowhere });
    expect(await queue.find(id)).toMatchObject({ state: 'queued', problem: 'Slack: connection refused' });
    await queue.pool.query("UPDATE delivery SET state = 'withdrawn' WHERE id = $1", [id]);
  });

  it('Slack falls silent: after 10 s nobody knows', async () => {
    const number = await queue.incident();
    slack.behave('silent');
    const id = await queue.add('slack', { number });
    await queue.work('slack');
    expect(await queue.find(id)).toMatchObject({ state: 'uncertain', problem: 'Slack: no answer within 10 s' });
  });
});

describe('[M4] markup in any field arrives as text', () => {
  const body =
    '<!channel> <script>alert(1)</script> *bold* [a](javascript:x) `code` :fire: & &amp; https://x.example/a_b\n> q';

  it.each(all)('at %s', async (destination) => {
    const number = await queue.incident();
    const headline = `<b>${number}</b> *x*`;
    const id = await queue.add(destination, { number, body, headline });
    await queue.work(destination);
    expect(await queue.find(id)).toMatchObject({ state: 'sent' });
    const said = {
      slack: slack.messages.at(-1)?.text,
      statuspage: statuspage.incidents.at(-1)?.updates[0]?.body,
      cachet: cachet.incidents.at(-1)?.message,
      webhook: [...webhook.messages.values()].at(-1)?.data.body,
    }[destination as 'webhook'];
    if (destination === 'webhook') expect(said).toBe(body);
    else expect(said).not.toMatch(/<|(?<![\u200B\\])[*`]/);
    if (destination === 'slack') expect(said).toContain('https://x.example/a_b');
    else if (destination !== 'webhook') expect(said).not.toMatch(/(?<!\\)\[/);
  });
});
