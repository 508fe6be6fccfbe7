/** A line as it is found in logs, and the part of it that must never be shown. */
export interface Canary {
  kind: string;
  line: string;
  secret: string;
}

// Put together here, so that no scanner of repositories takes them for real.
const of = (...parts: string[]) => parts.join('');
const random = 'q7Rk2vXw9ZbT4nLm8PcYd3HsJf6GaE5u';
const jwt = of(
  'eyJ',
  'hbGciOiJIUzI1NiJ9',
  '.',
  'eyJ',
  'zdWIiOiIxMjM0NTY3ODkwIn0',
  '.',
  'dozjgNryP4J3jVmNHl0w5N_XgL0n3I9PlFUP0THsR8U',
);

const canary = (kind: string, secret: string, line: (secret: string) => string): Canary => ({
  kind,
  secret,
  line: line(secret),
});

/** One of each kind of secret that turns up in what people save during an incident. */
export const canaries: readonly Canary[] = [
  canary('password in a command', 'Sommer2026!', (s) => `PGPASSWORD=${s} psql -h db-1 -U veza`),
  canary('password in JSON', 'corr3ct/horse', (s) => `{"level":"info","user":"svc","password":"${s}","ok":true}`),
  canary('password in JSON in JSON', 'tr0ub4dor&3', (s) => `{"msg":"{\\"password\\":\\"${s}\\",\\"a\\":1}"}`),
  canary('password in YAML', 'n0ch-ein-pass', (s) => `      POSTGRES_PASSWORD: ${s}`),
  canary('password with spaces', 'two words here', (s) => `password = "${s}"`),
  canary('password in a query', 'letmein99', (s) => `GET /login?user=a&password=${s}&next=/ HTTP/1.1`),
  canary('long password', 'Ab3'.repeat(400), (s) => `DB_PASSWORD=${s}`),
  canary('password in an address', 'veza:hunter2', (s) => `dsn=postgres://${s}@pg-monitor:5432/veza?sslmode=require`),
  canary('password of AMQP', 'guest:gu3st-p/w', (s) => `connecting to amqp://${s}@rabbitmq:5672/`),
  canary('password of Redis alone', ':s3cr3tRedis', (s) => `redis://${s}@redis-1:6379/0`),
  canary('password in Redis settings', 'r3dis-pass', (s) => `requirepass ${s}`),
  canary('password on a command line', 'r3dis-pass', (s) => `redis-cli -h redis-1 -a ${s} INFO`),
  canary('bearer header', `tok.${random}`, (s) => `> Authorization: Bearer ${s}`),
  canary('bearer header in JSON', `tok.${random}`, (s) => `{"headers":{"authorization":"Bearer ${s}"}}`),
  canary('basic header', 'dmV6YTpodW50ZXIy', (s) => `authorization: Basic ${s}`),
  canary('cookie', 'session=9f8a7b6c5d4e', (s) => `< Set-Cookie: ${s}; Path=/; HttpOnly`),
  canary('key header', random, (s) => `X-Api-Key: ${s}`),
  canary('key in a query', random, (s) => `GET /v1/x?api_key=${s} 200`),
  canary('client secret', random, (s) => `OIDC_CLIENT_SECRET=${s}`),
  canary('JSON web token', jwt, (s) => `token refresh for user 17: ${s}`),
  canary('GitHub', of('ghp_', 'wWPw5k4aXcaT4fNP0UcnZwJUVFk6LO0pINUx'), (s) => `cloning with ${s}`),
  canary('Slack', of('xoxb', '-2052345678-2052345678901-abcdefghijABCDEFGHIJabcd'), (s) => `slack: ${s}`),
  canary('Stripe', of('sk_', 'live_', '4eC39HqLyjWDarjtT1zdp7dc'), (s) => `charging with ${s} failed`),
  canary('npm', of('npm_', 'abcdefghijklmnopqrstuvwxyz0123456789'), (s) => `//registry/:_authToken=${s}`),
  canary('AWS id', of('AKIA', 'XYZ7XYZ7XYZ7XYZ7'), (s) => `key id ${s} in eu-west-3`),
  canary('AWS secret', of('wJalrXUtnFEMI/K7MDENG/', 'bPxRfiCYzzzzzzzKEY'), (s) => `AWS_SECRET_ACCESS_KEY=${s}`),
  canary('MinIO', 'minio-Root-Pa55', (s) => `MINIO_ROOT_PASSWORD=${s}`),
  canary('Hyperswitch', of('hs_', random), (s) => `"api_key":"${s}"`),
  canary('card in one piece', of('4242', '424242424242'), (s) => `card ${s} declined`),
  canary('card in groups', '5555 5555 5555 4444', (s) => `pan="${s}" exp=12/29`),
  canary('card with hyphens', '3782-822463-10005', (s) => `amex ${s}`),
  canary('capture token', of('cap_', random), (s) => `curl -T - -H "Authorization: Bearer ${s}" https://console`),
];

/** A private key over several lines, as `openssl` writes one. */
export function aPrivateKey(lines = 24): string {
  const body = Array.from({ length: lines }, (_, n) =>
    `${random}${random}`
      .slice(n % 8)
      .padEnd(64, 'A')
      .slice(0, 64),
  );
  return [of('-----BEGIN ', 'RSA PRIVATE KEY-----'), ...body, of('-----END ', 'RSA PRIVATE KEY-----')].join('\n');
}

/** Lines that hold no secret, though some speak of them. */
export const ordinaryLines: readonly string[] = [
  '2026-11-22T03:10:12.123Z INFO api-blue GET /api/v1/tracks/42 status=200 latency_ms=12 remote=10.0.3.17',
  'request_id=8f14e45fceea167a5a36dedd4bea2543 trace=00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
  'id=550e8400-e29b-41d4-a716-446655440000 ts=1763781012123 ns=1763781012123456789',
  'password authentication failed for user "veza"',
  'FATAL: password authentication failed for user "replicator" (SQLSTATE 28P01)',
  'token expired',
  'error: invalid token',
  'token: unexpected end of input',
  '"max_tokens": 4096, "tokens": 17',
  'password: incorrect',
  'password=********',
  'secret=[redacted]',
  'token=<missing>',
  of('password=$', '{DB_PASSWORD}'),
  'secret: none',
  'secrets: 3 found',
  'token_type=bearer expires_in=3600',
  'PWD=/srv/veza OLDPWD=/root',
  'listening on http://0.0.0.0:8080 and https://api.veza.example/v1?page=2',
  'upstream: "http://10.0.3.17:8080/api/v1/health/deep", host: "api.veza.example"',
  'git@github.com:veza/api.git at 91911823b390d718512fddf0fffb9878aabbccdd',
  'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08 pulled',
  'basic health check passed; bearer of bad news: disk at 91 %',
  'order 1234567890123456 shipped; invoice 2026-1122-0310-0001; build 20261122031500',
  'redis INFO: used_memory:1048576 maxmemory:0 role:master connected_slaves:2',
  'oauth: authorization code flow started for client incident-console',
  'panic: runtime error: index out of range [5] with length 3 goroutine 17 [running]:',
  'main.(*Server).ServeHTTP(0xc0001234a0, {0x12ab340, 0xc0003420e0}, 0xc000123400)',
  'key=value pairs: cache_key=track:42 sort_key=created_at partition_key=17',
  'the API key was rotated at 03:00, the private key stays',
  'set-cookie was blocked by the browser',
];
