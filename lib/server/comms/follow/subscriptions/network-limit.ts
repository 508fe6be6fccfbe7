import 'server-only';
import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';
import { now } from '../../../kernel/clock';
import { perProcess } from '../../../kernel/per-process';

const windowMs = 60 * 60_000;
const mostAsked = 30;
const mostNetworks = 10_000;
const inside = /^(::1|::ffff:)?(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd]|$)/i;

/** True when this network asked too often within the hour; counts this time. */
export function isTooOften(request: IncomingMessage): boolean {
  const asked = perProcess('subscribing-networks', () => new Map<string, number[]>());
  const network = networkOf(request);
  const at = now().getTime();
  const recent = (asked.get(network) ?? []).filter((time) => time > at - windowMs);
  if (recent.length >= mostAsked) return true;
  asked.delete(network);
  asked.set(network, [...recent, at]);
  const [oldest] = asked.keys();
  if (asked.size > mostNetworks && oldest !== undefined) asked.delete(oldest);
  return false;
}

/** The sender's address, or its /64. Behind a proxy of ours that is what the proxy added last; a stranger's word does not count. */
function networkOf(request: IncomingMessage): string {
  const direct = request.socket.remoteAddress ?? '';
  const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',').at(-1)?.trim();
  const address = forwarded && inside.test(direct) ? forwarded : direct;
  return isIPv6(address) && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
}
