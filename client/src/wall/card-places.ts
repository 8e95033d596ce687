export interface CardPlace<T> {
  card: T;
  column: number;
  row: number;
  /** Rows that it takes. */
  span: number;
}

/** Fills a grid column by column, in order; a card of long names takes rows. What does not fit is left out. */
export function placeCards<T>(
  cards: readonly T[],
  grid: { columns: number; lines: number },
  rowsOf: (card: T) => number,
): CardPlace<T>[] {
  const placed: CardPlace<T>[] = [];
  let column = 1;
  let row = 1;
  for (const card of cards) {
    const span = Math.max(1, Math.min(rowsOf(card), grid.lines));
    if (row + span - 1 > grid.lines) [column, row] = [column + 1, 1];
    if (column > grid.columns) break;
    placed.push({ card, column, row, span });
    row += span;
  }
  return placed;
}
