/** A key of the number pad. */
export type PadKey = `${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}` | 'decimal' | 'sign' | 'back';

export interface Typed {
  text: string;
  /** Selection in characters. */
  start: number;
  end: number;
}

const isMinus = (text: string) => /^\s*[-−]/.test(text);

function insert({ text, start, end }: Typed, piece: string): Typed {
  const at = start + piece.length;
  return { text: text.slice(0, start) + piece + text.slice(end), start: at, end: at };
}

function eraseBefore(typed: Typed): Typed {
  const { text, start, end } = typed;
  if (start !== end) return insert(typed, '');
  const at = Math.max(0, start - 1);
  return { text: text.slice(0, at) + text.slice(end), start: at, end: at };
}

/** The minus goes before everything, and the caret stays where it stood. */
function changeSign({ text, start, end }: Typed): Typed {
  const bare = text.replace(/^\s*[-−]/, '');
  const next = isMinus(text) ? bare : `-${text.trimStart()}`;
  const by = next.length - text.length;
  return { text: next, start: Math.max(0, start + by), end: Math.max(0, end + by) };
}

/** What a key of the pad makes of what is typed; a second decimal sign is not taken. */
export function pressKey(typed: Typed, key: PadKey, decimalSign: string): Typed {
  if (key === 'back') return eraseBefore(typed);
  if (key === 'sign') return changeSign(typed);
  if (key !== 'decimal') return insert(typed, key);
  const left = typed.text.slice(0, typed.start) + typed.text.slice(typed.end);
  if (left.includes(decimalSign)) return typed;
  const isFirst = /^\s*[-−]?$/.test(typed.text.slice(0, typed.start));
  return insert(typed, isFirst ? `0${decimalSign}` : decimalSign);
}
