import { createRequire } from 'node:module';
import type { Wire } from './wire.ts';

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

/**
 * Writes the same bytes to many wires. With the compiled pass those that hold nothing back are written
 * to without the machinery of a stream; what the kernel does not take, and every error, is the stream's.
 * Without it all goes through the streams: the same bytes in the same order.
 */
export class DirectSend {
  readonly #sendAll: SendAll | undefined;
  /** Of one message: who is written to by the pass, where, and what the kernel took. */
  readonly #idle: Wire[] = [];
  #descriptors = new Int32Array(64);
  #taken = new Int32Array(64);

  constructor(sendAll: SendAll | undefined) {
    this.#sendAll = sendAll;
  }

  /** `wires` are open and hold nothing in Engine.IO; `onFull`: the kernel has not taken everything. */
  write(wires: readonly Wire[], bytes: Buffer, onFull: (wire: Wire) => void): void {
    const put = (wire: Wire, rest: Buffer): void => {
      if (!wire.write(rest) || rest.length < bytes.length) onFull(wire);
    };
    if (!this.#sendAll) {
      for (const wire of wires) put(wire, bytes);
      return;
    }
    this.#makeRoom(wires.length);
    const idle = this.#idle;
    let count = 0;
    for (const wire of wires) {
      const descriptor = wire.idleDescriptor;
      if (descriptor < 0) put(wire, bytes);
      else {
        this.#descriptors[count] = descriptor;
        idle[count++] = wire;
      }
    }
    const unfinished = this.#sendAll(this.#descriptors, count, bytes, this.#taken);
    for (let at = 0; unfinished > 0 && at < count; at++) {
      const taken = Math.max(0, this.#taken[at] ?? 0);
      const wire = idle[at];
      if (wire && taken < bytes.length) put(wire, bytes.subarray(taken));
    }
    idle.length = 0;
  }

  #makeRoom(count: number): void {
    if (count <= this.#descriptors.length) return;
    this.#descriptors = new Int32Array(count * 2);
    this.#taken = new Int32Array(count * 2);
  }
}
