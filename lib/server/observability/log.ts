import 'server-only';
import pino, { type Logger } from 'pino';
import { perProcess } from '../kernel/per-process';

/** The process's log: JSON lines on stdout. Give facts as fields, never what people typed, never a secret. */
export function log(): Logger {
  return perProcess('log', () =>
    pino({
      // biome-ignore lint/style/noProcessEnv: the log must work before, and when, the environment does not parse
      level: process.env.LOG_LEVEL ?? 'info',
      base: { service: 'incident-console' },
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: ['headers.authorization', 'headers.cookie', '*.password', '*.token', '*.secret'],
    }),
  );
}
