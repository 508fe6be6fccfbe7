import 'server-only';
import * as z from 'zod/mini';
import { isMailAddress } from '@/lib/domain/comms/mail-address';
import { json, parseUrl, reading } from './setting-shapes';

const tlsWords = [null, 'required', 'optional', 'none'];

/** `?tls=` may be required, optional or none. */
export const mailServer = reading('an address such as smtp://user:password@mail.example.org:587', (text) => {
  const url = parseUrl(text, ['smtp:', 'smtps:']);
  return url?.hostname && tlsWords.includes(url.searchParams.get('tls')) ? text : undefined;
});

/** One address, or `Name <address>`. */
export const mailSender = reading('an address such as status@example.org or Status <status@example.org>', (text) => {
  const named = /^[^<>@,;:"\\\p{Cc}]{1,100}<([^<>]+)>$/u.exec(text);
  return isMailAddress(named?.[1] ?? text) ? text : undefined;
});

/** Addresses, by commas. */
export const mailList = reading('mail addresses, separated by commas', (text) => {
  const addresses = text.split(',').map((address) => address.trim());
  return addresses.every(isMailAddress) ? addresses : undefined;
});

/** The secret of a webhook, as Standard Webhooks has it. */
export const webhookSecret = reading('whsec_ and 24 to 64 bytes in base64', (text) => {
  const encoded = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text)?.[1] ?? '';
  const { length } = Buffer.from(encoded, 'base64');
  return length >= 24 && length <= 64 ? text : undefined;
});

export const statuspageComponents = z.pipe(
  json,
  z.record(z.string(), z.string({ error: 'expected a component id' }), {
    error: 'expected a JSON object of function ids to component ids',
  }),
);

export const cachetComponents = z.pipe(
  json,
  z.record(z.string(), z.int({ error: 'expected a component number' }), {
    error: 'expected a JSON object of function ids to component numbers',
  }),
);
