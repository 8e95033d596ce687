/**
 * Versions of the live protocol (`docs/protocol.md`). The newest goes up with a change that a client
 * of the version before would misread; the oldest goes up when its clients are no longer served.
 */
export const liveProtocol = { newest: 1, oldest: 1 } as const;

export interface ProtocolRange {
  newest: number;
  oldest: number;
}

/** The first word of a server to a client that has said its version. */
export interface Hello {
  /** The newest version of the protocol that the server speaks, and the oldest. */
  protocol: number;
  oldest: number;
}

/** Why a client is not let in: `data` of Socket.IO's `connect_error`, its message is `protocol`. */
export interface ProtocolRefusal extends Hello {
  kind: 'protocol';
  detail: string;
}
