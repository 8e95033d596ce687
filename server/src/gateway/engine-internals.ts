import type { Socket } from 'socket.io';

export type Connection = Socket['conn'];

interface EnginePacket {
  data?: unknown;
}

/** What carries a WebSocket: a TCP or TLS socket of Node. */
export interface Stream {
  write(bytes: Uint8Array): boolean;
  /** Bytes that the kernel has not taken yet. */
  readonly writableLength: number;
  /** Of TLS. */
  readonly encrypted?: boolean;
  /**
   * Gone as soon as the stream is closed, before its descriptor may become another's. No public name
   * tells the descriptor; a test that sends past the stream guards this.
   */
  readonly _handle?: { readonly fd?: number } | null;
}

/** The WebSocket below a connection. It may outlive the connection, waiting for a farewell. */
export interface BareSocket {
  readonly bufferedAmount: number;
  readonly readyState: number;
  readonly OPEN: number;
  /** What carries it: frames written there whole go out between those of the WebSocket. */
  readonly _socket?: Stream | null;
  /** Ends it at once and frees what waits for it. */
  terminate(): void;
  on(event: 'ping' | 'close', listener: () => void): unknown;
}

export interface Internals {
  writeBuffer: EnginePacket[];
  transport: { socket?: BareSocket };
}

export function internalsOf(connection: Connection): Internals {
  // No public name tells how much is waiting; a test with a client that stops reading guards this.
  return connection as unknown as Internals;
}

function sizeOf({ data }: EnginePacket): number {
  if (typeof data === 'string') return data.length;
  return data instanceof Uint8Array ? data.byteLength : 0;
}

/** Sums of write buffers so far: Engine.IO only ever adds to a buffer, or takes another array. */
const sums = new WeakMap<object, { bytes: number; packets: number }>();

function sumOf(buffer: readonly EnginePacket[]): number {
  if (buffer.length === 0) return 0;
  const sum = sums.get(buffer) ?? { bytes: 0, packets: 0 };
  for (const packet of buffer.slice(sum.packets)) sum.bytes += sizeOf(packet);
  sum.packets = buffer.length;
  sums.set(buffer, sum);
  return sum.bytes;
}

/** Bytes that were sent to a connection and that the kernel has not taken yet. */
export function queuedBytes(connection: Connection): number {
  const { writeBuffer, transport } = internalsOf(connection);
  return (transport.socket?.bufferedAmount ?? 0) + sumOf(writeBuffer);
}

export function bareSocketOf(connection: Connection): BareSocket | undefined {
  return internalsOf(connection).transport.socket;
}
