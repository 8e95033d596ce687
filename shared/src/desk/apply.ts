import type { Appliers } from '../board/effect.ts';

/** Acts of a desk stand in the ledger for whoever asks later who did what. */
export const deskAppliers: Appliers<'desk.acted'> = {
  'desk.acted': () => ({ happenings: [] }),
};
