import { DATABASE, SERVICES, type ServiceStatus } from './services';
import {
  healthyInstance,
  INSTANCES,
  type InstanceName,
  type InstanceState,
  type Mode,
  type PlatformState,
} from './state';

/** What somebody asked the stand-in to do, to one instance or to both. */
export type Order = { to: readonly InstanceName[] } & (
  | { kind: 'service'; service: string; status: ServiceStatus }
  | { kind: 'mode'; mode: Mode }
  | { kind: 'flag'; flag: string; value: boolean }
  | { kind: 'reset' }
);

export type OrderReading = { ok: true; order: Order } | { ok: false; problem: string };

const STATUS_WORDS: readonly ServiceStatus[] = ['ok', 'degraded', 'down', 'disabled'];
const MODE_WORDS = ['on', 'off', 'hang', 'slow', '500', 'html'] as const;

const LONGEST_DELAY_MS = 600_000;
const SERVICE_NAMES = [DATABASE, ...SERVICES.map(({ name }) => name)];

const refuse = (problem: string): OrderReading => ({ ok: false, problem });

function readMode(word: string, rest: readonly string[]): Mode | string {
  if (word === 'slow') {
    const delayMs = /^\d+$/.test(rest[0] ?? '') ? Number(rest[0]) : Number.NaN;
    if (!(delayMs <= LONGEST_DELAY_MS) || rest.length > 1) return 'Say how slow, in milliseconds: green slow 3000';
    return { kind: 'slow', delayMs };
  }
  if (rest.length > 0) return `"${rest.join(' ')}" is too much after "${word}".`;
  if (word === 'on') return { kind: 'normal' };
  return { kind: word as 'off' | 'hang' | '500' | 'html' };
}

function readService(name: string, rest: readonly string[], to: readonly InstanceName[]): OrderReading {
  const service = name.replaceAll('-', '_');
  if (!SERVICE_NAMES.includes(service)) {
    return refuse(`"${name}" is no service, instance or word here. Services: ${SERVICE_NAMES.join(', ')}.`);
  }
  const allowed: readonly string[] = service === DATABASE ? ['ok', 'down'] : STATUS_WORDS;
  const [status] = rest;
  if (rest.length !== 1 || status === undefined || !allowed.includes(status)) {
    return refuse(`Say one word after ${service}: ${allowed.join(', ')}.`);
  }
  return { ok: true, order: { kind: 'service', to, service, status: status as ServiceStatus } };
}

function readFlag([flag, value, ...more]: readonly string[], to: readonly InstanceName[]): OrderReading {
  const isName = flag !== undefined && /^[a-z][a-z0-9_]{0,40}$/.test(flag);
  if (!isName || (value !== 'true' && value !== 'false') || more.length > 0)
    return refuse('Say the key and true or false: flag recommender false');
  return { ok: true, order: { kind: 'flag', to, flag, value: value === 'true' } };
}

/** Reads words such as `minio down`, `green hang` or `reset`. */
export function readOrder(words: readonly string[]): OrderReading {
  const lower = words.map((word) => word.toLowerCase());
  const instance = INSTANCES.find((name) => name === lower[0]);
  const to = instance ? [instance] : INSTANCES;
  const [word, ...rest] = instance ? lower.slice(1) : lower;
  if (word === undefined) return refuse(instance ? `Say what ${instance} should do.` : 'Say what should happen.');
  if (word === 'reset' && rest.length === 0) return { ok: true, order: { kind: 'reset', to } };
  if (word === 'flag') return readFlag(rest, to);
  if (!(MODE_WORDS as readonly string[]).includes(word)) return readService(word, rest, to);
  const mode = readMode(word, rest);
  return typeof mode === 'string' ? refuse(mode) : { ok: true, order: { kind: 'mode', to, mode } };
}

function change(instance: InstanceState, order: Order): InstanceState {
  if (order.kind === 'reset') return healthyInstance();
  if (order.kind === 'mode') return { ...instance, mode: order.mode };
  if (order.kind === 'flag') return { ...instance, flags: { ...instance.flags, [order.flag]: order.value } };
  return { ...instance, services: { ...instance.services, [order.service]: order.status } };
}

/** The platform as it is after an order. */
export function applyOrder(state: PlatformState, order: Order): PlatformState {
  const after = { ...state };
  for (const name of order.to) after[name] = change(state[name], order);
  return after;
}
