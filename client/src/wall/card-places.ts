export interface CardPlace<T> {
  card: T;
  column: number;
  row: number;
  isTall: boolean;
}

/** Fills a grid column by column, in order; a tall card takes two rows. What does not fit is left out. */
export function placeCards<T>(
  cards: readonly T[],
  grid: { columns: number; lines: number },
  needsTwo: (card: T) => boolean,
): CardPlace<T>[] {
  const placed: CardPlace<T>[] = [];
  let column = 1;
  let row = 1;
  for (const card of cards) {
    const isTall = needsTwo(card) && grid.lines > 1;
    if (row + (isTall ? 1 : 0) > grid.lines) [column, row] = [column + 1, 1];
    if (column > grid.columns) break;
    placed.push({ card, column, row, isTall });
    row += isTall ? 2 : 1;
  }
  return placed;
}
