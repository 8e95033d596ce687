import { shadesOf, type GroundName, type Look } from '@emulation/shared';

/**
 * A board's colours as tokens for both grounds; board-look.css takes them where they are set. A board
 * without colours of its own sets none. Should a rule have become stricter since a colour was
 * accepted, the board's usual one stands in.
 */
export function lookTokens({ accent, second }: Look): Record<string, string> {
  const tokens: Record<string, string> = {};
  for (const ground of ['dark', 'light'] satisfies GroundName[]) {
    const first = accent === undefined ? undefined : shadesOf(accent, ground);
    if (first) {
      tokens[`--accent-${ground}`] = first.shape;
      tokens[`--on-accent-${ground}`] = first.onShape;
      tokens[`--accent-ink-${ground}`] = first.ink;
    }
    const other = second === undefined ? undefined : shadesOf(second, ground);
    if (other) tokens[`--second-${ground}`] = other.shape;
  }
  return tokens;
}
