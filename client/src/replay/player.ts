/** Pure: the tape of a replay, and how keys and time move it. */
export interface Tape {
  index: number;
  length: number;
  isPlaying: boolean;
}

/** One pass takes about this long at normal speed. */
const passMs = 40_000;
const shortestFrameMs = 120;
const longestFrameMs = 1_200;
/** With reduced motion nothing glides: one step a second, each as far as a second would go. */
const stepMs = 1_000;

/** How long a frame stands, and how many frames one beat goes on. */
export function pace(
  length: number,
  speed: number,
  isReduced: boolean,
): { ms: number; by: number } {
  const usual = Math.min(longestFrameMs, Math.max(shortestFrameMs, passMs / Math.max(1, length)));
  const ms = usual / speed;
  if (isReduced) return { ms: stepMs, by: Math.max(1, Math.round(stepMs / ms)) };
  // Faster than the eye follows, frames are left out rather than hurried.
  const by = Math.max(1, Math.ceil(shortestFrameMs / ms));
  return { ms: ms * by, by };
}

export const clamp = (index: number, length: number) => Math.max(0, Math.min(length - 1, index));

/** One beat of time. At the end it stops. */
export function beatOn(tape: Tape, by: number): Tape {
  const index = clamp(tape.index + by, tape.length);
  return { ...tape, index, isPlaying: index < tape.length - 1 };
}

/** Playing again from the end begins anew. */
export function toggle(tape: Tape): Tape {
  if (tape.isPlaying) return { ...tape, isPlaying: false };
  const isAtEnd = tape.index >= tape.length - 1;
  return { ...tape, index: isAtEnd ? 0 : tape.index, isPlaying: tape.length > 1 };
}

/** Where a key leads; `undefined` for every other key. A page is a tenth. */
export function keyIndex(key: string, { index, length }: Tape): number | undefined {
  const page = Math.max(1, Math.round(length / 10));
  const moves: Record<string, number> = {
    ArrowLeft: index - 1,
    ArrowRight: index + 1,
    ArrowDown: index - 1,
    ArrowUp: index + 1,
    PageDown: index - page,
    PageUp: index + page,
    Home: 0,
    End: length - 1,
  };
  const next = moves[key];
  return next === undefined ? undefined : clamp(next, length);
}
