import { describe, expect, it, onTestFinished } from 'vitest';
import { type FakeMailServer, startMail } from '@/e2e/fakes/receivers/start-mail';
import { selfSignedCertificate, selfSignedKey } from '@/lib/testing/hostile-server';
import { createMailer, type OutgoingMail } from './mailer';

async function aMailServer(options: Parameters<typeof startMail>[0] = {}): Promise<FakeMailServer> {
  const server = await startMail(options);
  onTestFinished(() => server.end());
  return server;
}

function mailerTo(url: string) {
  const mailer = createMailer(url, 'Status <status@veza.example>');
  onTestFinished(() => mailer.close());
  return mailer;
}

const mail = (over: Partial<OutgoingMail> = {}): OutgoingMail => ({
  to: ['ada@example.org'],
  subject: 'Uploads fail',
  text: 'Uploads fail.\n\nListening works.',
  language: 'en',
  key: 'update-1 ada@example.org',
  thread: 'INC-2026-0001',
  unsubscribeUrl: null,
  ...over,
});

describe('[M4] a mail', () => {
  it('arrives as text and as HTML of the same words, in one conversation, with one click to end it', async () => {
    const server = await aMailServer();
    const mailer = mailerTo(server.url);
    const text = 'Uploads fail: <script>alert(1)</script> & "more".\nÀ bientôt.';
    await mailer.send(mail({ text, unsubscribeUrl: 'https://console.test/follow/unsubscribe/x' }));
    await mailer.send(mail({ key: 'update-2 ada@example.org' }));
    const [first, second] = await Promise.all(server.received.map((one) => one.parse()));
    expect(first?.text?.trim()).toBe(text);
    expect(first?.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;.<br>');
    expect(first?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(server.received[0]?.source).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    expect(server.received[0]?.source).toContain('List-Unsubscribe: <https://console.test/follow/unsubscribe/x>');
    expect(first?.inReplyTo).toBe(second?.inReplyTo);
    expect(first?.messageId).not.toBe(second?.messageId);
    expect(first?.from?.text).toBe('"Status" <status@veza.example>');
  });

  it('of the same update to the same address has the same Message-ID', async () => {
    const server = await aMailServer();
    const mailer = mailerTo(server.url);
    await mailer.send(mail());
    await mailer.send(mail());
    const [first, second] = await Promise.all(server.received.map((one) => one.parse()));
    expect(first?.messageId).toBe(second?.messageId);
  });

  it.each([
    ['an address with a line break', { to: ['ada@example.org\r\nBcc: eve@example.org'] }],
    ['two addresses in one', { to: ['ada@example.org,eve@example.org'] }],
    ['an address with a name', { to: ['Ada <ada@example.org>'] }],
    ['a subject with a line break', { subject: 'Uploads\r\nBcc: eve@example.org' }],
    ['nobody', { to: [] }],
  ])('to %s is refused and never leaves', async (_, over) => {
    const server = await aMailServer();
    expect(await mailerTo(server.url).send(mail(over))).toMatchObject({ outcome: 'refused' });
    expect(server.received).toEqual([]);
  });

  it.each([
    ['550 5.1.1 No such user', { outcome: 'refused', isGone: true }],
    ['550 5.7.1 Policy', { outcome: 'refused', isGone: false }],
    ['450 4.2.1 Try later', { outcome: 'again' }],
  ])('that is answered with %s', async (said, expected) => {
    const server = await aMailServer();
    server.refusals.set('ada@example.org', said);
    const sending = await mailerTo(server.url).send(mail());
    expect(sending).toMatchObject({ ...expected, problem: expect.stringContaining(said.slice(0, 9)) });
  });

  it('to several, of whom one is refused, is sent and says so', async () => {
    const server = await aMailServer();
    server.refusals.set('eve@example.org', '550 5.1.1 No such user');
    const sending = await mailerTo(server.url).send(mail({ to: ['ada@example.org', 'eve@example.org'] }));
    expect(sending).toEqual({ outcome: 'sent', note: '1 of 2 addresses were refused' });
  });

  it('whose connection breaks before the answer may have arrived: it is unknown, and not sent again', async () => {
    const server = await aMailServer();
    server.cutAfter(1);
    expect(await mailerTo(server.url).send(mail())).toMatchObject({ outcome: 'unknown' });
    expect(server.received).toHaveLength(1);
  });

  it('to a server that is not there has not left', async () => {
    const sending = await mailerTo('smtp://127.0.0.1:9').send(mail());
    expect(sending).toEqual({ outcome: 'again', problem: 'the mail server: connection refused', isDown: true });
  });
});

describe('[M4] encryption of mail', () => {
  const tls = { key: selfSignedKey, cert: selfSignedCertificate };

  it('is required where the server is not this machine, or it is asked for', async () => {
    const plain = await aMailServer();
    const sending = await mailerTo(`${plain.url}?tls=required`).send(mail());
    expect(sending).toMatchObject({ outcome: 'again', isDown: true, problem: expect.stringContaining('encrypted') });
    expect(plain.received).toEqual([]);
  });

  it('with a certificate that nobody vouches for is none', async () => {
    const server = await aMailServer({ tls });
    expect(await mailerTo(`${server.url}?tls=required`).send(mail())).toMatchObject({ outcome: 'again', isDown: true });
    expect(server.received).toEqual([]);
  });

  it('is used when it is offered', async () => {
    const server = await aMailServer({ tls });
    expect(await mailerTo(server.url).send(mail())).toEqual({ outcome: 'sent' });
    expect(server.received[0]?.isEncrypted).toBe(true);
  });
});
