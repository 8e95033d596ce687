const key = 'emulation.last-board';

/** The board whose form was opened last on this device. */
export function lastBoard(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage is forbidden: the app opens on the list of boards
  }
}

export function noteBoard(board: string): void {
  try {
    localStorage.setItem(key, board);
  } catch {
    return; // not remembered, see lastBoard
  }
}
