import 'server-only';
import { createHmac } from 'node:crypto';
import { env } from '../../../env';

/** The folder of an incident's copy: nobody finds one by counting numbers. */
export function copyFolder(number: string): string {
  const key = createHmac('sha256', env().CHAIN_KEY).update('follow copies').digest();
  return `${number}-${createHmac('sha256', key).update(number).digest('hex').slice(0, 16)}`;
}
