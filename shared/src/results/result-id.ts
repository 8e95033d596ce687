import type { BoardState } from '../board/state.ts';

/** Two words of 32 bits of a text (cyrb53, public domain): spreads ids, protects nothing. */
function hashWords(text: string, seed: number): [number, number] {
  let a = 0xdeadbeef ^ seed;
  let b = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return [a >>> 0, b >>> 0];
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

/**
 * The id of the result posted at `seq`: a UUID (version 8, RFC 9562) made of the position and of
 * where it is, so that a board of a million results need not hold a million ids.
 */
export function resultIdOf(board: string, epoch: string, seq: number): string {
  const place = `${board}\n${epoch}\n${seq}`;
  const [a, b] = hashWords(place, 1);
  const [c] = hashWords(place, 2);
  const position = hex(seq, 12);
  const version = hex(0x8000 | (a & 0xfff), 4);
  const variant = hex(0x8000 | ((a >>> 12) & 0x3fff), 4);
  const rest = hex(b, 8) + hex(c & 0xffff, 4);
  return `${position.slice(0, 8)}-${position.slice(8)}-${version}-${variant}-${rest}`;
}

/** The epoch that the entry at `seq` was written in. */
function epochAt(state: BoardState, seq: number): string {
  let epoch = state.epoch;
  for (const span of state.epochs) if (span.from <= seq) epoch = span.epoch;
  return epoch;
}

export function resultIdAt(state: BoardState, seq: number): string {
  return resultIdOf(state.board, epochAt(state, seq), seq);
}

/** The position an id of this board stands for; `undefined` for any other text. */
export function seqOfResultId(state: BoardState, id: string): number | undefined {
  const seq = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16);
  if (!Number.isSafeInteger(seq) || seq < 1) return undefined;
  const given = id.toLowerCase();
  if (seq <= state.seq && resultIdAt(state, seq) === given) return seq;
  for (const [epoch, places] of state.publicIds) {
    const position = places.get(seq);
    if (position !== undefined && resultIdOf(state.board, epoch, seq) === given) return position;
  }
  return undefined;
}
