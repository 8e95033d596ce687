import type { LiveSocket } from './live-socket.ts';

export type Connection = LiveSocket['conn'];

interface EnginePacket {
  data?: unknown;
}

interface Internals {
  writeBuffer: EnginePacket[];
  transport: { socket?: { bufferedAmount: number; terminate(): void } };
}

function internalsOf(connection: Connection): Internals {
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

/** Ends a connection and frees what waits for it; a closing handshake would wait behind that. */
export function terminate(connection: Connection): void {
  internalsOf(connection).transport.socket?.terminate();
}
