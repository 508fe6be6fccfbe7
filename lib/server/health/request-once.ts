import 'server-only';
import { type LookupAddress, lookup } from 'node:dns';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { FetchRefusal } from './fetch-refusal';
import { isRefusedAddress } from './refused-address';

/** One request (GET unless told) to an address that was checked; resolves when the headers are in. Throws FetchRefusal or the socket's error. */
export function requestOnce(
  url: URL,
  headers: Readonly<Record<string, string>>,
  deadline: AbortSignal,
  method: 'GET' | 'HEAD' = 'GET',
): Promise<IncomingMessage> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new FetchRefusal(`${url.protocol.length > 20 ? 'such' : url.protocol} addresses are refused`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && isRefusedAddress(host)) throw new FetchRefusal(`the address ${host} is refused`);
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const outgoing = request(url, {
      method,
      agent: false,
      signal: deadline,
      lookup: lookupChecked,
      maxHeaderSize: 16_384,
      headers: {
        accept: 'application/json, text/plain;q=0.9, */*;q=0.5',
        'accept-encoding': 'identity',
        ...headers,
        'user-agent': 'incident-console health poll',
      },
    });
    outgoing.once('response', resolve);
    outgoing.on('error', reject);
    // Some answers end without response and without error, such as a change of protocol that nobody asked for.
    outgoing.once('close', () => reject(new FetchRefusal('connection lost before the answer')));
    outgoing.end();
  });
}

/** Resolves once, checks every address, and hands on just those, so that the name cannot point elsewhere a moment later. */
const lookupChecked: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    const first = addresses?.[0];
    if (error || !first) return callback(error ?? new FetchRefusal('the name does not resolve'), '', 0);
    const bad = addresses.find(({ address }) => isRefusedAddress(address));
    if (bad) return callback(new FetchRefusal(`the address ${bad.address} is refused`), '', 0);
    if (options.all) return callback(null, addresses);
    return callback(null, first.address, first.family);
  });
};
