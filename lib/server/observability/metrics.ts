import 'server-only';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { perProcess } from '../kernel/per-process';

/** The process's metrics, as `/metrics` shows them. Labels are never anything that people typed. */
export function registry(): Registry {
  return perProcess('metrics', () => {
    const made = new Registry();
    collectDefaultMetrics({ register: made });
    return made;
  });
}

export const httpDuration = metric(
  'http',
  (registers) =>
    new Histogram({
      name: 'console_http_request_duration_seconds',
      help: 'Time to answer, by route',
      labelNames: ['route', 'method', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
);

export const commandCount = metric(
  'commands',
  (registers) =>
    new Counter({
      name: 'console_commands_total',
      help: 'Commands by type and outcome',
      labelNames: ['type', 'outcome'],
      registers,
    }),
);

export const pollDuration = metric(
  'polls',
  (registers) =>
    new Histogram({
      name: 'console_health_poll_duration_seconds',
      help: 'Time for a target to answer',
      labelNames: ['target', 'result'],
      buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers,
    }),
);

export const followerCount = metric(
  'followers',
  (registers) => new Gauge({ name: 'console_stream_followers', help: 'Open event streams', registers }),
);

export const leaderFlag = metric(
  'leader',
  (registers) => new Gauge({ name: 'console_is_poll_leader', help: '1 while this node polls the targets', registers }),
);

export const badEvidenceCount = metric(
  'bad evidence',
  (registers) =>
    new Counter({
      name: 'console_evidence_bad_total',
      help: 'Saved files that were found lost or damaged on this node',
      labelNames: ['place'],
      registers,
    }),
);

export const evidenceBytes = metric(
  'evidence bytes',
  (registers) =>
    new Counter({
      name: 'console_evidence_received_bytes_total',
      help: 'Bytes taken as evidence, by the way they came',
      labelNames: ['way'],
      registers,
    }),
);

export const deliveryCount = metric(
  'deliveries',
  (registers) =>
    new Counter({
      name: 'console_deliveries_total',
      help: 'Tries to send an update to a place, by what came of them; subscribers are people one by one',
      labelNames: ['destination', 'outcome'],
      registers,
    }),
);

function metric<T>(name: string, make: (registers: Registry[]) => T): () => T {
  return () => perProcess(`metric:${name}`, () => make([registry()]));
}
