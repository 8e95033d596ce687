import type { Vocabulary } from '../store/board-store.ts';

/** Sectors that take units, and the one that a unit is in already. */
export const sectorOptions = ({ sectors }: Vocabulary, own: string | undefined) =>
  [...sectors.values()]
    .filter(({ id, retired }) => retired === undefined || id === own)
    .map(({ id, name }) => ({ value: id, label: name }));
