import { isIP } from 'node:net';
import { z } from 'zod';
import { isRecipient } from '../backup/encryption.ts';
import { groupRolesSchema } from './group-role.ts';
import { isRedisUrl } from './redis-url.ts';

/** One variable of the environment. The schema reads a non-empty string and names the reason. */
export interface Variable<T> {
  schema: z.ZodType<T, string | undefined>;
  description: string;
  /** As the documentation shows it. */
  default: string;
}

function variable<T>(
  schema: z.ZodType<T, string | undefined>,
  description: string,
  shownDefault: string,
): Variable<T> {
  return { schema, description, default: shownDefault };
}

function wholeNumber(min: number, max: number, fallback: number) {
  const error = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, { error })
    .transform(Number)
    .pipe(z.number().min(min, { error }).max(max, { error }))
    .optional()
    .transform((value) => value ?? fallback);
}

function url(protocols: readonly string[], example: string) {
  const isFitting = (text: string) =>
    URL.canParse(text) && protocols.includes(new URL(text).protocol);
  return z.string().refine(isFitting, { error: `must be a URL such as ${example}` });
}

function choice<const T extends string>(values: readonly [T, ...T[]], fallback: T) {
  const error = `must be one of ${values.join(', ')}`;
  return z
    .enum(values, { error })
    .optional()
    .transform((value): T => value ?? fallback);
}

const text = (fallback: string) =>
  z
    .string()
    .optional()
    .transform((value) => value ?? fallback);

const isOriginOnly = (given: string) =>
  URL.canParse(given) && new URL(given).href === `${new URL(given).origin}/`;

const originUrl = z
  .string()
  .refine((given) => isOriginOnly(given) && /^https?:/.test(given), {
    error: 'must be an origin such as https://board.example.org, without a path',
  })
  .transform((given) => new URL(given).origin);

const token = z.string().regex(/^[\x21-\x7e]{1,512}$/, {
  error: 'must be 1 to 512 visible ASCII characters without spaces',
});

const namedRanges = ['loopback', 'linklocal', 'uniquelocal'];

/** An address, a range of them (`10.0.0.0/8`), or one of the named ranges that Fastify knows. */
function isAddressRange(given: string): boolean {
  if (namedRanges.includes(given)) return true;
  const [address = '', prefix, ...rest] = given.split('/');
  const bits = isIP(address) === 6 ? 128 : 32;
  const isPrefix = prefix === undefined || /^[1-9]\d{0,2}$/.test(prefix);
  return isIP(address) > 0 && isPrefix && Number(prefix ?? bits) <= bits && rest.length === 0;
}

const addressRanges = z
  .string()
  .transform((list) => list.split(',').map((part) => part.trim()))
  .refine((list) => list.every(isAddressRange), {
    error: 'must be addresses or ranges such as 10.0.0.0/8, separated by commas',
  });

const networks = z
  .string()
  .transform((list) => list.split(',').map((part) => part.trim()))
  .refine(
    (list) => list.every((part) => isIP(part.split('/')[0] ?? '') > 0 && isAddressRange(part)),
    {
      error: 'must be addresses or ranges such as 10.0.0.0/8, separated by commas',
    },
  );

/** Every variable the server reads, in the order in which the documentation lists them. */
export const variables = {
  PORT: variable(wholeNumber(0, 65_535, 8080), 'Where to listen; 0 takes a free port.', '8080'),
  HOST: variable(text('0.0.0.0'), 'Address to listen on.', '0.0.0.0'),
  DATA_DIR: variable(
    text('./data'),
    'Folder of the SQLite ledger and of uploaded pictures.',
    './data',
  ),
  DATABASE_URL: variable(
    url(['postgres:', 'postgresql:'], 'postgres://user:password@host/database').optional(),
    '`postgres://…`: the ledger is PostgreSQL instead of SQLite.',
    'unset',
  ),
  REDIS_URL: variable(
    z.string().refine(isRedisUrl, { error: 'must be a URL such as redis://host:6379' }).optional(),
    '`redis://…`, `redis+sentinel://…/master`, `redis+cluster://host,host`: relay between several nodes.',
    'unset: in-process',
  ),
  PUBLIC_URL: variable(
    originUrl.optional(),
    'The origin people open; checked against `Origin`.',
    "unset: from the request's host",
  ),
  MQTT_URL: variable(
    url(['mqtt:', 'mqtts:', 'ws:', 'wss:'], 'mqtts://user:password@broker:8883').optional(),
    '`mqtt://…`: the broker whose messages become results, as stewards say.',
    'unset: no bridge',
  ),
  STEWARD_TOKEN: variable(
    token.optional(),
    'A bearer token with the steward role on every board, for provisioning.',
    'unset: a one-time set-up link is printed',
  ),
  SEED: variable(
    choice(['demo', 'none'], 'demo'),
    '`demo`: an empty ledger opens with the demo board, replaying real data live; `none`.',
    'demo',
  ),
  LOG_LEVEL: variable(
    choice(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'info'),
    'pino level: fatal, error, warn, info, debug, trace, silent.',
    'info',
  ),
  TRUST_PROXY: variable(
    addressRanges.optional(),
    'Addresses or CIDR ranges of reverse proxies, comma-separated, whose `X-Forwarded-*` is believed.',
    'unset: none',
  ),
  WEBHOOK_RANGES: variable(
    networks.optional(),
    'Addresses or CIDR ranges, comma-separated, that webhooks may reach although they are private, loopback or link-local.',
    'unset: public addresses only',
  ),
  RATE_LIMIT: variable(
    wholeNumber(1, 10_000_000, 6000),
    'Requests a minute that one address may send without the steward token.',
    '6000',
  ),
  MAX_SOCKETS: variable(
    wholeNumber(1, 1_000_000, 20_000),
    'Live connections this node accepts.',
    '20000',
  ),
  GATEWAYS: variable(
    wholeNumber(0, 64, 0),
    'Worker processes that serve live connections beside the one that writes, so that all cores are used; 0: it does so itself.',
    '0',
  ),
  LEAVE_SECONDS: variable(
    wholeNumber(0, 5, 0),
    'After `SIGTERM` this node serves on for so long while `/readyz` says 503, so that a proxy turns to other nodes first; 0: it stops accepting at once.',
    '0',
  ),
  OIDC_ISSUER: variable(
    url(['https:', 'http:'], 'https://id.example.org/realms/plant').optional(),
    'Issuer of an OpenID Connect provider that people sign in with; its discovery document is read.',
    'unset: none',
  ),
  OIDC_CLIENT_ID: variable(
    z.string().max(500).optional(),
    'Id of this server at the provider; the redirect address there is `<origin>/api/v1/sign-in/provider/callback`.',
    'unset',
  ),
  OIDC_CLIENT_SECRET: variable(z.string().max(2000).optional(), 'Its secret.', 'unset'),
  OIDC_NAME: variable(
    z.string().max(60).optional(),
    'What the button says after “Sign in with”.',
    'the host of the issuer',
  ),
  OIDC_SCOPES: variable(
    text('openid profile'),
    'Scopes that are asked for; some providers tell groups only with one more.',
    'openid profile',
  ),
  OIDC_GROUPS_CLAIM: variable(
    text('groups'),
    'Claim that lists the groups of a person; a path such as `realm_access.roles` reads within claims.',
    'groups',
  ),
  OIDC_ROLES: variable(
    groupRolesSchema.optional(),
    'JSON list of what groups are on which boards: `[{"group": "press-shop", "board": "plant", "role": "leader", "units": ["press"]}]`. Of several for one board the first that fits holds.',
    'unset: nobody gets a role',
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: variable(
    url(['http:', 'https:'], 'http://collector:4318').optional(),
    'OTLP/HTTP endpoint of a collector: a trace of each post, from the request to the screens.',
    'unset: no traces',
  ),
  BACKUP_DIR: variable(
    z.string().optional(),
    'Folder for scheduled backups of everything; on one node of several.',
    'unset: none',
  ),
  BACKUP_EVERY_HOURS: variable(wholeNumber(1, 8760, 24), 'Hours between two of them.', '24'),
  BACKUP_KEEP: variable(wholeNumber(1, 10_000, 14), 'How many are kept; the oldest go.', '14'),
  BACKUP_RECIPIENT: variable(
    z
      .string()
      .refine(isRecipient, { error: 'must be a public key of age, such as age1…' })
      .optional(),
    'Public key of [age](https://age-encryption.org) that scheduled backups are encrypted to.',
    'unset: not encrypted',
  ),
  DEMO_DATA: variable(
    choice(['short', 'full'], 'short'),
    'Which data the demo board replays: `short` (36 months) or `full`.',
    'short',
  ),
  DEMO_PACE_MS: variable(
    wholeNumber(1, 3_600_000, 1000),
    'Milliseconds between two replayed results of the demo board.',
    '1000',
  ),
} as const;
