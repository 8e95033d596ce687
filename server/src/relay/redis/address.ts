import { Redis } from 'ioredis';

/** Where Redis is found, and the channel that the nodes of one installation share there. */
export interface RedisAddress {
  channel: string;
  /** A connection that is opened once, lost once and never mended. */
  connect(): Redis;
}

const once = {
  lazyConnect: true,
  retryStrategy: () => null,
  enableOfflineQueue: false,
  autoResubscribe: false,
  autoResendUnfulfilledCommands: false,
  enableReadyCheck: false,
  disableClientInfo: true,
};

const sentinelPort = 26_379;

/** Pub/sub ignores the database number, so it is written into the channel's name. */
const channelOf = (database: number) => `emulation:1:${database}`;

const placeOf = (text: string) => {
  const { hostname, port } = new URL(`redis://${text}`);
  return { host: hostname, port: port === '' ? sentinelPort : Number(port) };
};

/**
 * `redis+sentinel://user:password@sentinel:26379/master?sentinel=other:26379&db=0`: the first
 * sentinel stands in the URL's place of the host, the name of the master in that of the path; name
 * and password are for Redis, `sentinelPassword` is for the sentinels. `rediss+sentinel` speaks TLS
 * to both.
 */
function sentinelOptions({ protocol, host, pathname, username, password, searchParams }: URL) {
  const sentinelPassword = searchParams.get('sentinelPassword');
  const isSecret = protocol === 'rediss+sentinel:';
  return {
    sentinels: [host, ...searchParams.getAll('sentinel')].map(placeOf),
    name: decodeURIComponent(pathname.slice(1)),
    ...(username === '' ? {} : { username: decodeURIComponent(username) }),
    ...(password === '' ? {} : { password: decodeURIComponent(password) }),
    ...(sentinelPassword === null ? {} : { sentinelPassword }),
    ...(isSecret ? { tls: {}, sentinelTLS: {}, enableTLSForSentinelMode: true } : {}),
    // The relay itself tries again, with its own pauses.
    sentinelRetryStrategy: () => null,
    // Asks whether it is the master: what is published at a replica nobody else hears.
    enableReadyCheck: true,
  };
}

/** Of a URL that the configuration let through (`config/redis-url.ts`). */
export function redisAddress(text: string): RedisAddress {
  if (text.includes('+sentinel:')) {
    const url = new URL(text);
    const db = Number(url.searchParams.get('db') ?? 0);
    const found = sentinelOptions(url);
    return {
      channel: channelOf(db),
      connect: () => new Redis({ ...once, ...found, db }),
    };
  }
  const database = /\/(\d+)(?:\?|$)/.exec(text)?.[1] ?? '0';
  return {
    channel: channelOf(Number(database)),
    connect: () => new Redis(text, once),
  };
}
