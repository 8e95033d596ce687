import type { Patch } from '@emulation/shared';

export const maxRingPatches = 100;
export const maxRingBytes = 256 * 1024;

/** The newest patches of one topic, each beginning where the one before ended. */
export class PatchRing {
  #kept: { patch: Patch; bytes: number }[] = [];
  #bytes = 0;

  add(patch: Patch, bytes: number): void {
    this.#kept.push({ patch, bytes });
    this.#bytes += bytes;
    while (this.#kept.length > maxRingPatches || this.#bytes > maxRingBytes) {
      const oldest = this.#kept.shift();
      if (oldest === undefined) break;
      this.#bytes -= oldest.bytes;
    }
  }

  /** The patches that lead on from `position`, where one of them begins exactly there. */
  since(position: number): Patch[] | undefined {
    const at = this.#kept.findIndex(({ patch }) => patch.from === position);
    return at < 0 ? undefined : this.#kept.slice(at).map(({ patch }) => patch);
  }

  clear(): void {
    this.#kept = [];
    this.#bytes = 0;
  }
}
