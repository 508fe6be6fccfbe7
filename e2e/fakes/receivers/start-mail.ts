import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  to: string[];
  /** As it came. */
  source: string;
  isEncrypted: boolean;
  parse(): Promise<ParsedMail>;
}

export interface FakeMailServer {
  /** For `SMTP_URL`. */
  url: string;
  received: ReceivedMail[];
  /** What is said to an address instead of taking its mail: `550 5.1.1 No such user`. */
  refusals: Map<string, string>;
  /** The next so many mails are taken, and the connection is cut before the answer. */
  cutAfter(mails: number): void;
  end(): Promise<void>;
}

interface Options {
  port?: number;
  /** Offers STARTTLS with this certificate; without, no encryption. */
  tls?: { key: string; cert: string };
}

/** A real SMTP server that keeps what it gets. */
export async function startMail({ port = 0, tls }: Options = {}): Promise<FakeMailServer> {
  const received: ReceivedMail[] = [];
  const refusals = new Map<string, string>();
  let cuts = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    ...(tls && tls),
    logger: false,
    closeTimeout: 50,
    onRcptTo: ({ address }, _, done) => {
      const refusal = refusals.get(address);
      if (!refusal) return done();
      const [, code = '550', words = ''] = /^(\d{3}) (.*)$/.exec(refusal) ?? [];
      done(Object.assign(new Error(words), { responseCode: Number(code) }));
    },
    onData: (stream, session, done) => {
      const take = (bytes: Buffer) => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const source = bytes.toString('utf8');
        received.push({ to, source, isEncrypted: session.secure, parse: () => simpleParser(bytes) });
        cuts -= 1;
        if (cuts >= 0) for (const connection of server.connections) connection.close();
        else done();
      };
      // A sender that dies in the middle of a mail has sent none.
      buffer(stream).then(take, done);
    },
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    ...{ received, refusals },
    cutAfter: (mails) => {
      cuts = mails;
    },
    end: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}
