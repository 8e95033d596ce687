/** Every queue and every appetite of the gateway is bounded by one of these. */
export interface GatewayLimits {
  /** A message of a client larger than this closes its connection. */
  maxMessageBytes: number;
  /** Bytes waiting for one connection; above it the connection is cut and may resume. */
  maxQueuedBytes: number;
  maxConnections: number;
  maxConnectionsPerAddress: number;
  /** Events one connection may send at once, and how many more each second. */
  eventBurst: number;
  eventsPerSecond: number;
  /** Cheers of one connection at once, and how many more each second. */
  cheerBurst: number;
  cheersPerSecond: number;
  maxBoardsPerConnection: number;
  /** Between two patches of one topic: ten gaps are more than a second, whatever a timer's error. */
  patchGapMs: number;
  /** Of topics that sum up a whole board: a second is soon enough, and each costs a look at it. */
  digestGapMs: number;
  beatMs: number;
  /** How long a topic nobody watches is kept for those who come back. */
  idleTopicMs: number;
  /** How long a watch waits for a node that is behind what the client has seen elsewhere. */
  catchUpMs: number;
  /** How long `close` waits for clients to say goodbye. */
  farewellMs: number;
}

export const defaultLimits: GatewayLimits = {
  maxMessageBytes: 64 * 1024,
  maxQueuedBytes: 1024 * 1024,
  maxConnections: 20_000,
  // A reverse proxy or a company's gateway is one address, too.
  maxConnectionsPerAddress: 20_000,
  eventBurst: 60,
  eventsPerSecond: 20,
  cheerBurst: 10,
  cheersPerSecond: 3,
  maxBoardsPerConnection: 32,
  patchGapMs: 110,
  digestGapMs: 1000,
  beatMs: 5000,
  idleTopicMs: 30_000,
  catchUpMs: 2000,
  farewellMs: 1500,
};

/** Topics told at most once a second: they sum up a whole board. */
export const digestTopics: ReadonlySet<string> = new Set([
  'presence',
  'cheers',
  'displays',
  'honours',
  'cooperation',
  'duels',
  'experiences',
  'pulse',
  'verification',
]);
