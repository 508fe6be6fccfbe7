/** How one service of the stand-in is doing. */
export type ServiceStatus = 'ok' | 'degraded' | 'down' | 'disabled';

export interface Service {
  name: string;
  /** Milliseconds that its check usually takes. */
  usualMs: number;
  /** How it is when nobody has touched it. */
  usually: ServiceStatus;
  /** What the API says about it, per status. */
  says: Partial<Record<ServiceStatus, string>>;
}

const timeout = 'context deadline exceeded';

function service(name: string, usualMs: number, degraded: string, down: string): Service {
  return { name, usualMs, usually: 'ok', says: { degraded, down } };
}

/** The database is not among the checks: the answer carries it as `db`, and it decides about the whole. */
export const DATABASE = 'db';

/** Every service the API's deep health names, in its order. */
export const SERVICES: readonly Service[] = [
  service('db_replica', 1.4, 'replication lag 48 s', 'dial tcp 10.0.20.12:5432: connect: connection refused'),
  service('redis', 0.6, 'slow: PING took 412 ms', 'dial tcp: lookup redis-master: no such host'),
  service('redis_sentinel', 0.9, '1 of 3 sentinels does not answer', 'no sentinel answers: all 3 unreachable'),
  service('rabbitmq', 2.1, 'queue transcode: 18423 messages, 0 consumers', 'Exception (501) Reason: "EOF"'),
  service('minio', 3.2, '1 of 4 drives offline', `Get "http://minio:9000/minio/health/live": ${timeout}`),
  service('hyperswitch', 21, 'webhook backlog 312', 'unexpected status 503 from payments router'),
  service('stream_server', 4.4, '2 of 6 transcode workers idle', `Get "http://stream:8082/health": ${timeout}`),
  service('clamav', 5.8, 'signatures are 9 days old', 'dial tcp 10.0.20.31:3310: i/o timeout'),
  service('coturn', 1.1, 'allocation took 1840 ms', 'read udp 10.0.20.33:3478: i/o timeout'),
  {
    ...service('elasticsearch', 6.5, 'cluster status yellow', 'dial tcp 10.0.20.40:9200: connect: connection refused'),
    usually: 'disabled',
    says: {
      degraded: 'cluster status yellow',
      down: 'dial tcp 10.0.20.40:9200: connect: connection refused',
      disabled: 'v1.0 orphan: nothing reads it',
    },
  },
];
