import type { WizardForm } from './wizard-form.ts';

/** What is not saved on the board yet is kept on this device, under the drive's id or `new`. */
const keyOf = (board: string, id: string) => `emulation.drive.${board}.${id}`;

export function keepForm(board: string, id: string, form: WizardForm): void {
  try {
    localStorage.setItem(keyOf(board, id), JSON.stringify(form));
  } catch {
    return; // full or forbidden: kept for this visit only
  }
}

export function forgetForm(board: string, id: string): void {
  try {
    localStorage.removeItem(keyOf(board, id));
  } catch {
    return; // forbidden: nothing was kept
  }
}

/** What was kept, laid over `blank`, so that a form of an older page has every field. */
export function keptForm(board: string, id: string, blank: WizardForm): WizardForm | undefined {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(keyOf(board, id)) ?? 'null');
    return typeof read === 'object' && read !== null ? { ...blank, ...read } : undefined;
  } catch {
    return undefined; // forbidden, or written by something else
  }
}
