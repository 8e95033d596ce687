import { createRequire } from 'node:module';
import type { Stream } from './engine-internals.ts';

/**
 * The compiled pass of `server/native/send-all.c`. `taken[i]` becomes how many bytes the kernel took
 * for `descriptors[i]`, -1 where sending failed; answers for how many it did not take all.
 */
type SendAll = (
  descriptors: Int32Array,
  count: number,
  bytes: Uint8Array,
  taken: Int32Array,
) => number;

/** The pass where this machine has it (`npm run build` compiles it), otherwise `undefined`. */
export function loadSendAll(): SendAll | undefined {
  const name = `send-all-${process.platform}-${process.arch}.node`;
  try {
    // What was compiled from the file beside it has this one export.
    const compiled = createRequire(import.meta.url)(`../../native/dist/${name}`) as {
      sendAll: SendAll;
    };
    return compiled.sendAll;
  } catch {
    return undefined;
  }
}

/** The descriptor of a stream that holds nothing back, so that bytes may pass it by. */
function idleDescriptor(stream: Stream): number | undefined {
  // What is encrypted is not the socket's to send, and what waits in the stream goes first.
  if (stream.encrypted === true || stream.writableLength !== 0 || stream.writable !== true)
    return undefined;
  const descriptor = stream._handle?.fd;
  return descriptor !== undefined && descriptor >= 0 ? descriptor : undefined;
}

/**
 * Writes the same bytes to many streams. With the compiled pass those that hold nothing back are
 * written to without the machinery of a stream; what the kernel does not take, and every error, is the
 * stream's. Without it all goes through the streams: the same bytes in the same order.
 */
export class DirectSend {
  readonly #sendAll: SendAll | undefined;
  #descriptors = new Int32Array(64);
  #taken = new Int32Array(64);

  constructor(sendAll: SendAll | undefined) {
    this.#sendAll = sendAll;
  }

  /** `onFull(i)`: the kernel has not taken everything for `streams[i]`. */
  write(streams: readonly Stream[], bytes: Buffer, onFull: (at: number) => void): void {
    const put = (at: number, rest: Buffer): void => {
      if (streams[at]?.write(rest) === false || rest.length < bytes.length) onFull(at);
    };
    if (!this.#sendAll) {
      for (let at = 0; at < streams.length; at++) put(at, bytes);
      return;
    }
    const places: number[] = [];
    this.#makeRoom(streams.length);
    for (const [at, stream] of streams.entries()) {
      const descriptor = idleDescriptor(stream);
      if (descriptor === undefined) put(at, bytes);
      else this.#descriptors[places.push(at) - 1] = descriptor;
    }
    const unfinished = this.#sendAll(this.#descriptors, places.length, bytes, this.#taken);
    if (unfinished === 0) return;
    for (const [place, at] of places.entries()) {
      const taken = Math.max(0, this.#taken[place] ?? 0);
      if (taken < bytes.length) put(at, bytes.subarray(taken));
    }
  }

  #makeRoom(count: number): void {
    if (count <= this.#descriptors.length) return;
    this.#descriptors = new Int32Array(count * 2);
    this.#taken = new Int32Array(count * 2);
  }
}
