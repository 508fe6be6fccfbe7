import 'server-only';
import * as z from 'zod/mini';
import {
  cachetComponents,
  mailList,
  mailSender,
  mailServer,
  statuspageComponents,
  webhookSecret,
} from './comms-setting-shapes';
import { json, parseUrl, reading, WEB, webAddress } from './setting-shapes';

/** Every setting of the console, parsed. Names are those of the environment variables. */
export type Environment = z.infer<typeof consoleSettings>;
/** What `npm start` is given: the settings it can fill in by itself may still be missing. */
export type StartEnvironment = z.infer<typeof startSettings>;
/** One line per problem; each starts with the variable's name. */
export type EnvironmentReading<T> = { ok: true; env: T } | { ok: false; problems: string[] };

type Source = Record<string, string | undefined>;

const DEFAULT_ROLE_MAP = {
  'incident-commanders': 'commander',
  'incident-responders': 'responder',
  'incident-stakeholders': 'viewer',
  'incident-leads': 'lead',
} as const;

const origin = reading('an http or https address without a path, such as https://console.example.org', (text) => {
  const url = parseUrl(text, WEB);
  return url && url.pathname === '/' && !url.search && !url.hash && !url.username ? url.origin : undefined;
});

const databaseAddress = reading('a PostgreSQL address such as postgresql://user:password@host:5432/console', (text) => {
  const url = parseUrl(text, ['postgres:', 'postgresql:']);
  return url && url.pathname.length > 1 ? text : undefined;
});

const objectStore = reading('file:/a/folder or s3://bucket/prefix', (text) =>
  /^file:.+/.test(text) || /^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9](\/.*)?$/.test(text) ? text : undefined,
);

function wholeNumber(from: number, to: number) {
  return reading(`a whole number from ${from} to ${to}`, (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
    return value >= from && value <= to ? value : undefined;
  });
}

function oneOf<const T extends readonly [string, ...string[]]>(...words: T) {
  return z.enum(words, { error: `expected one of ${words.join(', ')}` });
}

function secret(length: number) {
  return z.string().check(z.minLength(length, { error: `expected at least ${length} characters` }));
}

const text = z.string();

const healthTarget = z.object(
  {
    id: z.string({ error: 'expected a text' }).check(
      z.regex(/^(?=.{1,40}$)[a-z0-9]+(-[a-z0-9]+)*$/, {
        error: 'expected at most 40 lower-case letters and digits, with single hyphens between',
      }),
    ),
    name: z
      .string({ error: 'expected a text' })
      .check(z.trim(), z.minLength(1, { error: 'expected 1 to 80 characters' }))
      .check(z.maxLength(80, { error: 'expected 1 to 80 characters' })),
    url: webAddress,
    headers: z.optional(z.record(z.string(), z.string(), { error: 'expected an object of texts' })),
    standIn: z.optional(z.boolean({ error: 'expected true or false' })),
  },
  { error: 'expected an object' },
);

const healthTargets = z.pipe(
  json,
  z.array(healthTarget, { error: 'expected a JSON array of {"id", "name", "url", "headers"?}' }).check(
    z.minLength(1, { error: 'expected at least one target' }),
    z.refine((targets) => new Set(targets.map((target) => target.id)).size === targets.length, {
      error: 'expected each id once',
    }),
  ),
);

const accessRole = oneOf('viewer', 'responder', 'commander', 'lead');

const roleMap = z.pipe(
  json,
  z.record(z.string(), accessRole, {
    error: 'expected a JSON object of group names to viewer, responder, commander or lead',
  }),
);

const settings = {
  NODE_ENV: z._default(oneOf('production', 'development', 'test'), 'production'),
  PORT: z._default(wholeNumber(1, 65_535), 3000),
  HOST: z.optional(text),
  LOG_LEVEL: z._default(oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'), 'info'),
  DATA_DIR: z._default(text, '.data'),
  CATALOG_DIR: z._default(text, 'catalog'),
  OIDC_ROLE_MAP: z._default(roleMap, DEFAULT_ROLE_MAP),
  OIDC_SCOPE: z._default(text, 'openid profile email'),
  OIDC_GROUPS_CLAIM: z._default(text, 'groups'),
  METRICS_TOKEN: z.optional(secret(16)),
  HEALTH_TARGETS: z.optional(healthTargets),
  HEALTH_INTERVAL_MS: z._default(wholeNumber(100, 600_000), 5000),
  ALERT_RULES: z.optional(text),
  BOOKMARK_CHECKS: z._default(oneOf('on', 'off'), 'on'),
  PLATFORM_SOURCE: z.optional(text),
  PLATFORM_STAND_IN: z._default(oneOf('on', 'off'), 'on'),
  EVIDENCE_STORE: z.optional(objectStore),
  STATIC_COPY: z.optional(objectStore),
  EVIDENCE_MAX_BYTES: z._default(wholeNumber(1, 5_000_000_000_000), 10_737_418_240),
  S3_ENDPOINT: z.optional(webAddress),
  AWS_REGION: z.optional(text),
  AWS_ACCESS_KEY_ID: z.optional(text),
  AWS_SECRET_ACCESS_KEY: z.optional(text),
  AWS_SESSION_TOKEN: z.optional(text),
  SMTP_URL: z.optional(mailServer),
  MAIL_FROM: z.optional(mailSender),
  MAIL_TO: z.optional(mailList),
  SLACK_WEBHOOK_URL: z.optional(webAddress),
  SLACK_BOT_TOKEN: z.optional(text),
  SLACK_CHANNEL: z.optional(text),
  SLACK_API_URL: z._default(webAddress, 'https://slack.com/api'),
  STATUSPAGE_API_URL: z._default(webAddress, 'https://api.statuspage.io/v1'),
  STATUSPAGE_PAGE_ID: z.optional(text),
  STATUSPAGE_API_KEY: z.optional(text),
  STATUSPAGE_COMPONENTS: z.optional(statuspageComponents),
  CACHET_URL: z.optional(webAddress),
  CACHET_TOKEN: z.optional(text),
  CACHET_COMPONENTS: z.optional(cachetComponents),
  COMMS_WEBHOOK_URL: z.optional(webAddress),
  COMMS_WEBHOOK_SECRET: z.optional(webhookSecret),
  ALERTMANAGER_URL: z.optional(webAddress),
  PAGERDUTY_ROUTING_KEY: z.optional(text),
  PAGERDUTY_API_TOKEN: z.optional(text),
  PAGERDUTY_WEBHOOK_SECRET: z.optional(text),
  FARO_URL: z.optional(webAddress),
};

const needed = {
  DATABASE_URL: databaseAddress,
  NEXTAUTH_URL: origin,
  NEXTAUTH_SECRET: secret(32),
  CHAIN_KEY: secret(32),
  OIDC_ISSUER: webAddress,
  OIDC_CLIENT_ID: text,
  OIDC_CLIENT_SECRET: text,
};

const consoleSettings = z.object({ ...settings, ...needed });

const startSettings = z.object({
  ...settings,
  DATABASE_URL: z.optional(needed.DATABASE_URL),
  NEXTAUTH_URL: z.optional(needed.NEXTAUTH_URL),
  NEXTAUTH_SECRET: z.optional(needed.NEXTAUTH_SECRET),
  CHAIN_KEY: z.optional(needed.CHAIN_KEY),
  OIDC_ISSUER: z.optional(needed.OIDC_ISSUER),
  OIDC_CLIENT_ID: z.optional(text),
  OIDC_CLIENT_SECRET: z.optional(text),
});

const SET_TOGETHER = [
  ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'],
  ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
  ['STATUSPAGE_PAGE_ID', 'STATUSPAGE_API_KEY'],
  ['SLACK_BOT_TOKEN', 'SLACK_CHANNEL'],
  ['CACHET_URL', 'CACHET_TOKEN'],
  ['COMMS_WEBHOOK_URL', 'COMMS_WEBHOOK_SECRET'],
];

function halfSet(source: Source): string[] {
  return SET_TOGETHER.flatMap((names) => {
    const missing = names.filter((name) => source[name] === undefined);
    if (missing.length === 0 || missing.length === names.length) return [];
    return missing.map((name) => `${name}: missing; ${names.join(', ')} are set together or not at all`);
  });
}

function describe(issue: z.core.$ZodIssue, source: Source): string {
  const [name, ...inside] = issue.path.map(String);
  if (inside.length === 0 && source[String(name)] === undefined) return `${name}: missing`;
  const place = inside.length > 0 ? `${inside.join('.')}: ` : '';
  return `${name}: ${place}${issue.message}`;
}

function read<T>(schema: z.ZodMiniType<T>, given: Source): EnvironmentReading<T> {
  // `NAME=` in a file or a shell means "not set", never "set to nothing".
  const source = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value !== ''));
  const result = z.safeParse(schema, source);
  const together = halfSet(source);
  if (result.success && together.length === 0) return { ok: true, env: result.data };
  const malformed = result.success ? [] : result.error.issues.map((issue) => describe(issue, source));
  const named = new Set(together.map((problem) => problem.split(':')[0]));
  return { ok: false, problems: [...malformed.filter((problem) => !named.has(problem.split(':')[0])), ...together] };
}

/** Reads the settings a running console needs. Never puts a value into a problem: it may be a secret. */
export function readEnvironment(source: Source): EnvironmentReading<Environment> {
  return read(consoleSettings, source);
}

/** Reads what `npm start` was given, before it fills in what it starts by itself. */
export function readStartEnvironment(source: Source): EnvironmentReading<StartEnvironment> {
  return read(startSettings, source);
}

let parsed: Environment | undefined;

/** The settings of this process, read once. Throws an Error that lists every problem. */
export function env(): Environment {
  if (parsed) return parsed;
  // biome-ignore lint/style/noProcessEnv: the one place in lib/ that reads it
  const result = readEnvironment(process.env);
  if (!result.ok) throw new Error(`The configuration is not usable.\n${result.problems.join('\n')}`);
  parsed = result.env;
  return parsed;
}
