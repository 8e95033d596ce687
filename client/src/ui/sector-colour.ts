const colours = 8;

/** Each sector keeps one colour, by its order on the board; beyond eight they repeat. */
export function sectorColour(
  sectors: ReadonlyMap<string, unknown>,
  sector: string | undefined,
): string {
  if (sector === undefined) return 'var(--line-strong)';
  const index = [...sectors.keys()].indexOf(sector);
  return index < 0 ? 'var(--line-strong)' : `var(--sector-${(index % colours) + 1})`;
}
