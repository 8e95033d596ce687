/** A path below one board. */
export const boardPath = (board: string, path = '') =>
  `/boards/${encodeURIComponent(board)}${path}`;
