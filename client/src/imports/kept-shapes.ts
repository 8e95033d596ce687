import type { FileShape } from '../api/imports.ts';

/** How files were read before is kept on this device, by their heads, the last used first. */
interface Kept {
  head: string;
  shape: FileShape;
}

const most = 20;
const keyOf = (board: string) => `emulation.imports.${board}`;
const headOf = (header: readonly string[]) => JSON.stringify(header);

function read(board: string): Kept[] {
  try {
    const held: unknown = JSON.parse(localStorage.getItem(keyOf(board)) ?? '[]');
    // Written by this page alone.
    return Array.isArray(held) ? (held as Kept[]) : [];
  } catch {
    return []; // forbidden, or written by something else
  }
}

/** How a file with the very same head was read the last time. */
export function keptShape(board: string, header: readonly string[]): FileShape | undefined {
  return read(board).find(({ head }) => head === headOf(header))?.shape;
}

export function keepShape(board: string, header: readonly string[], shape: FileShape): void {
  const head = headOf(header);
  const others = read(board).filter((kept) => kept.head !== head);
  try {
    localStorage.setItem(keyOf(board), JSON.stringify([{ head, shape }, ...others].slice(0, most)));
  } catch {
    return; // full or forbidden: the next file is guessed
  }
}
