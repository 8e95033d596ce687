/** A number as people type it, with either decimal sign, as the API takes it. */
export const plainNumber = (text: string) => text.trim().replace('−', '-').replace(',', '.');

/** `0.25` as `25`: what people write of shares. Both are decimal texts; six decimals are kept. */
export function percentOf(share: string): string {
  const percent = Number(share) * 100;
  return Number.isFinite(percent) ? String(Number(percent.toFixed(4))) : share;
}

/** What was typed as a percentage, as the share that the API takes; `undefined` where nothing was. */
export function shareOf(percent: string): string | undefined {
  const typed = plainNumber(percent);
  if (typed === '') return undefined;
  const share = Number(typed) / 100;
  // What is no number goes as it was typed: the server refuses it by its path.
  return Number.isFinite(share) ? String(Number(share.toFixed(6))) : typed;
}
