import { type FakeMailServer, startMail } from '../fakes/receivers/start-mail';
import { startSlack } from '../fakes/receivers/start-slack';
import { startStatuspage } from '../fakes/receivers/start-statuspage';
import { expect, test, type Visitor } from '../fixtures/journey';
import { receiverPorts } from '../fixtures/receiver-settings';

async function startReceivers() {
  const [slack, statuspage, mail] = await Promise.all([
    startSlack(receiverPorts.slack),
    startStatuspage(receiverPorts.statuspage),
    startMail({ port: receiverPorts.mail }),
  ]);
  return { slack, statuspage, mail, end: () => Promise.all([slack.end(), statuspage.end(), mail.end()]) };
}

const main = ({ page }: Visitor) => page.locator('#main');
const card = (visitor: Visitor, channel: string) => main(visitor).locator(`[data-channel="${channel}"]`);
const textOf = (visitor: Visitor, channel: string) =>
  card(visitor, channel).getByRole('textbox', { name: /^Text for/ });
const held = (visitor: Visitor) => main(visitor).getByRole('region', { name: 'Held against the record' });

/** Declared from the row of what is broken; answers the number, and ends on the page of updates. */
async function declareFromRow(visitor: Visitor, row: RegExp, severity: string): Promise<string> {
  const { page } = visitor;
  await page.goto('/matrix');
  await main(visitor).getByRole('button', { name: row }).first().click();
  await main(visitor)
    .getByRole('button', { name: /^Declare/ })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: severity }).check();
  await dialog.getByRole('button', { name: /^Declare/ }).click();
  await page.waitForURL(/\/incidents\/INC-/);
  return page.url().split('/').at(-1) ?? '';
}

const address = 'sofia@veza.test';

async function subscribe({ page }: Visitor, mail: FakeMailServer, origin: string): Promise<void> {
  const follow = page.url();
  await page.getByLabel('Your mail address').fill(address);
  await page.getByRole('button', { name: 'Subscribe' }).click();
  await expect.poll(() => mail.received.length, { timeout: 20_000 }).toBe(1);
  const { text = '' } = (await mail.received[0]?.parse()) ?? {};
  const path = new URL(/https?:\S+\/follow\/confirm\/\S+/.exec(text)?.[0] ?? '').pathname;
  await page.goto(origin + path);
  await page.getByRole('button').first().click();
  await expect(page.getByRole('button')).toHaveCount(0);
  await page.goto(follow);
}

test('[P6] [M10] [M12] one update reaches everybody once, and RESOLVED waits for green', async ({
  console: running,
  visit,
}) => {
  test.setTimeout(120_000);
  const receivers = await startReceivers();
  const { slack, statuspage, mail } = receivers;
  const [camille, sofia] = [await visit('commander'), await visit('stakeholder')];
  await running.platform('minio', 'down');
  const number = await declareFromRow(camille, /MinIO/, 'SEV-2');
  await sofia.page.goto(`/follow/${number}`);
  await expect(sofia.page.getByRole('heading', { level: 1 })).toHaveText('No update yet');
  await test.step('[M7] who follows subscribes by mail, and confirms', () => subscribe(sofia, mail, running.url));

  await test.step('the texts for every channel are there, from the live matrix', async () => {
    await main(camille).getByRole('link', { name: 'Write an update' }).click();
    await expect(textOf(camille, 'status-page')).toHaveValue(/upload/i);
    await expect(textOf(camille, 'incidents')).toHaveValue(/MinIO/);
    await expect(card(camille, 'email')).toHaveCount(0);
    await expect(held(camille)).toContainText('Everything here agrees with the record.');
  });

  await test.step('a contradiction is shown while typing, and holds the update back until it is mended', async () => {
    const text = await textOf(camille, 'status-page').inputValue();
    await textOf(camille, 'status-page').fill(`${text}\nUploads work normally.`);
    await expect(held(camille)).toContainText('Upload is said to work, and is down');
    await expect(main(camille).getByRole('button', { name: /^Send/ })).toBeDisabled();
    await card(camille, 'status-page').getByRole('button', { name: 'Take the console’s text' }).click();
    await expect(held(camille)).toContainText('Everything here agrees with the record.');
  });

  await test.step('sent: ten seconds to take it back, then each place has it once', async () => {
    await main(camille)
      .getByRole('button', { name: /^Send to \d/ })
      .click();
    await expect(main(camille).getByRole('button', { name: 'Take it back' })).toBeVisible();
    expect([slack.messages.length, statuspage.incidents.length, mail.received.length]).toEqual([0, 0, 1]);
    await expect(sofia.page.getByRole('heading', { level: 1 })).toHaveText(/upload/i, { timeout: 20_000 });
    await expect(sofia.page.getByRole('status')).toContainText('New update');
    const places = main(camille).getByRole('region', { name: 'What was said' }).locator('[data-delivery]');
    await expect(places.filter({ hasText: 'arrived' })).toHaveCount(await places.count());
    expect(slack.messages.map(({ threadTs }) => threadTs)).toEqual([null]);
    expect(statuspage.incidents).toMatchObject([
      { status: 'investigating', components: { 'cmp-upload': 'partial_outage' } },
    ]);
    await expect.poll(() => mail.received.slice(1).map(({ to }) => to)).toEqual([[address]]);
  });

  await test.step('the record says it, and counts the promise', async () => {
    await main(camille).getByRole('link', { name: number }).click();
    await expect(main(camille).getByRole('region', { name: 'Timeline' })).toContainText(
      'sent an update (investigating)',
    );
    await expect(main(camille).getByRole('banner').or(main(camille)).first()).toContainText('next update in');
  });

  await test.step('RESOLVED is refused while red, and allowed when green', async () => {
    const { page } = camille;
    await page.keyboard.press('m');
    await page.keyboard.press('r');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Cause').fill('A storage node lost its disks');
    await dialog.getByLabel('Mitigated by').fill('replacing the node');
    await expect(dialog).toContainText('MinIO / S3 is down');
    await dialog.getByLabel(/Why go on although MinIO/).fill('The new node takes uploads; its row lags behind');
    await dialog.getByRole('button', { name: 'Resolve' }).click();
    await page.goto(`/incidents/${number}/comms`);
    await expect(textOf(camille, 'incidents')).toHaveValue(/RESOLVED\. Cause: A storage node lost its disks/);
    await expect(held(camille)).toContainText('said to be resolved, and MinIO');
    await expect(main(camille).getByRole('button', { name: /^Send/ })).toBeDisabled();
    await running.platform('reset');
    await expect(held(camille)).toContainText('Everything here agrees with the record.', { timeout: 15_000 });
    await main(camille)
      .getByRole('button', { name: /^Send to \d/ })
      .click();
    await expect(sofia.page.locator('.due')).toContainText('This is over.', { timeout: 20_000 });
    await expect
      .poll(() => statuspage.incidents.map(({ status, components }) => [status, components['cmp-upload']]))
      .toEqual([['resolved', 'operational']]);
    // The channel shows the newest word in its first message, and the thread both.
    await expect.poll(() => slack.messages.length).toBe(2);
    expect(slack.messages[0]).toMatchObject({ isEdited: true, text: expect.stringContaining('RESOLVED') });
    await expect.poll(() => mail.received.slice(1).map(({ to }) => to)).toEqual([[address], [address]]);
  });
  expect([...slack.problems, ...statuspage.problems]).toEqual([]);
  expect([...camille.complaints, ...sofia.complaints]).toEqual([]);
  await receivers.end();
});
