const smallWords = new Set(['de', 'des', 'du', 'en', 'la', 'le', 'les', 'sur']);
const kept = new Set(['TGV']);

function titleWord(word: string, isFirst: boolean): string {
  const bare = word.replace(/[()]/g, '');
  if (kept.has(bare)) return word;
  if (bare === 'ST') return word.replace('ST', 'Saint');
  const lower = word.toLowerCase();
  if (!isFirst && smallWords.has(bare.toLowerCase())) return lower;
  return lower.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}

function stationName(station: string): string {
  return station
    .trim()
    .split(/\s+/)
    .map((word, at) => titleWord(word, at === 0))
    .join(' ');
}

/** `BORDEAUX ST JEAN - PARIS MONTPARNASSE` as people read it: `Bordeaux Saint Jean → Paris Montparnasse`. */
export function lineName(unit: string): string {
  return unit.split(' - ').map(stationName).join(' → ');
}
