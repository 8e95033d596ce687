import type { UnitInfo } from '../store/board-store.ts';

/** Without accents and case: `Besançon` is found by `besancon`. */
export function plainText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Units whose name or id has every word that was typed; those that begin with it come first. */
export function searchUnits(units: Iterable<UnitInfo>, typed: string): UnitInfo[] {
  const words = plainText(typed).split(/\s+/).filter(Boolean);
  const found = [...units].flatMap((unit) => {
    const name = plainText(unit.name);
    const text = `${name} ${unit.id}`;
    if (!words.every((word) => text.includes(word))) return [];
    return [{ unit, rank: words[0] !== undefined && name.startsWith(words[0]) ? 0 : 1, name }];
  });
  found.sort(
    (a, b) => a.rank - b.rank || a.name.localeCompare(b.name, undefined, { numeric: true }),
  );
  return found.map(({ unit }) => unit);
}
