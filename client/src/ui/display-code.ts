/** What a wall is called while nobody has named it: short enough to be read out. */
export function displayCode(id: string): string {
  const [main = '', screen] = id.split('-');
  const code = `${main.slice(0, 3)} ${main.slice(3, 6)}`.toUpperCase();
  return screen === undefined ? code : `${code} · ${screen.toUpperCase()}`;
}
