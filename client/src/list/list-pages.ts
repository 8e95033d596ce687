export const rowsPerPage = 50;

/** How many pages so many rows are, and which one is shown: the last, where there are fewer now. */
export function pagesOf(rows: number, asked: number, size = rowsPerPage) {
  const pages = Math.max(1, Math.ceil(rows / size));
  return { pages, at: Math.min(asked, pages - 1) };
}
