import pg from 'pg';
import { DeliveryQueue } from '@/lib/server/comms/deliveries/delivery-queue';
import { createMailer } from '@/lib/server/integrations/mail/mailer';

// Run as a process of its own, so that it can be killed: a node that sends mails to subscribers.
const [url = '', smtpUrl = ''] = process.argv.slice(2);
const mailer = createMailer(smtpUrl, 'status@veza.example');
const queue = new DeliveryQueue({
  pool: new pg.Pool({ connectionString: url, max: 3 }),
  node: `mail-node/${process.pid}`,
  receiverOf: () => null,
  mailSubscriber: ({ updateId, subject, headline, body, language }, { email }) => {
    const words = { subject: subject ?? headline, text: body, language, key: `${updateId} ${email}` };
    return mailer.send({ ...words, to: [email], thread: null, unsubscribeUrl: null });
  },
  publish: async () => {},
  tell: async () => {},
  now: () => new Date(),
  chance: Math.random,
});
queue.start();
