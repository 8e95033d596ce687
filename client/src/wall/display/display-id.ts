const key = 'emulation.display';
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const length = 20;

function newId(): string {
  const random = crypto.getRandomValues(new Uint8Array(length));
  return [...random].map((byte) => letters[byte % letters.length]).join('');
}

function keptId(): string {
  try {
    const kept = localStorage.getItem(key);
    if (kept && /^[a-z0-9]{12,40}$/.test(kept)) return kept;
    const id = newId();
    localStorage.setItem(key, id);
    return id;
  } catch {
    return newId(); // storage is forbidden: another wall after every reload
  }
}

let own: string | undefined;

/**
 * This screen's own id, chosen once and kept by the browser; with `?screen=2` in the address,
 * another one for each screen of one machine.
 */
export function displayId(search: string): string {
  own ??= keptId();
  const screen = new URLSearchParams(search).get('screen')?.toLowerCase() ?? '';
  return /^[a-z0-9]{1,20}$/.test(screen) ? `${own}-${screen}` : own;
}
