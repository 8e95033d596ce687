import { createHash } from 'node:crypto';
import { Cluster, Redis } from 'ioredis';
import { readClusterUrl } from '../../config/redis-url.ts';
import type { RelayMessage } from '../message.ts';
import { ClusterWires, PairOfWires, type Hearing, type Wires } from './wires.ts';

/** Where Redis is found, and the channels that the nodes of one installation share there. */
export interface RedisAddress {
  /** Every node subscribes to all of them. */
  channels: readonly string[];
  /** All messages of one board go through one of them, and so stay in order. */
  channelOf(message: RelayMessage): string;
  connect(hearing: Hearing): Wires;
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
const redisPort = 6379;
/** Boards are spread over these: enough for any cluster, few enough that every node hears all. */
const clusterChannels = Array.from({ length: 16 }, (_, at) => `emulation:1:shard:${at}`);

/** Pub/sub ignores the database number, so it is written into the channel's name. */
const channelOf = (database: number) => `emulation:1:${database}`;

const placeOf = (text: string, otherwise: number) => {
  const { hostname, port } = new URL(`redis://${text}`);
  return { host: hostname, port: port === '' ? otherwise : Number(port) };
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
    sentinels: [host, ...searchParams.getAll('sentinel')].map((place) =>
      placeOf(place, sentinelPort),
    ),
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

/** `redis+cluster://user:password@host:6379,other:6379`: some of its nodes; the others are found. */
function connectCluster(text: string): Cluster {
  const { isSecret, userInfo, places } = readClusterUrl(text);
  const { username, password } = new URL(`redis://${userInfo}@cluster`);
  return new Cluster(
    places.map((place) => placeOf(place, redisPort)),
    {
      lazyConnect: true,
      shardedSubscribers: true,
      enableOfflineQueue: false,
      // The relay itself tries again, with its own pauses.
      clusterRetryStrategy: () => null,
      redisOptions: {
        disableClientInfo: true,
        ...(username === '' ? {} : { username: decodeURIComponent(username) }),
        ...(password === '' ? {} : { password: decodeURIComponent(password) }),
        ...(isSecret ? { tls: {} } : {}),
      },
    },
  );
}

/** The same board has the same channel on every node of any version. */
function shardOf(message: RelayMessage): string {
  const board = 'board' in message ? message.board : '';
  const [byte = 0] = createHash('sha256').update(board).digest();
  // As many as there are: `clusterChannels` is not empty.
  return clusterChannels[byte % clusterChannels.length] as string;
}

const onOneRedis = (database: number, connect: () => Redis): RedisAddress => {
  const channel = channelOf(database);
  return {
    channels: [channel],
    channelOf: () => channel,
    connect: (hearing) => new PairOfWires(connect, hearing),
  };
};

/** Of a URL that the configuration let through (`config/redis-url.ts`). */
export function redisAddress(text: string): RedisAddress {
  if (text.includes('+cluster:'))
    return {
      channels: clusterChannels,
      channelOf: shardOf,
      connect: (hearing) => new ClusterWires(() => connectCluster(text), hearing),
    };
  if (text.includes('+sentinel:')) {
    const url = new URL(text);
    const db = Number(url.searchParams.get('db') ?? 0);
    const found = sentinelOptions(url);
    return onOneRedis(db, () => new Redis({ ...once, ...found, db }));
  }
  const database = /\/(\d+)(?:\?|$)/.exec(text)?.[1] ?? '0';
  return onOneRedis(Number(database), () => new Redis(text, once));
}
