import { seers, stewards, anybody, type May } from '../row.ts';

const wall = {
  id: 'c'.repeat(32),
  build: 'b',
  scene: 'records',
  screen: { width: 1920, height: 1080 },
};

/** Who may watch which topic; one that ends with a colon is asked with the id it names. */
export const topics: Record<string, { id?: string; may: May }> = {
  feed: { may: seers() },
  presence: { may: seers() },
  board: { may: seers() },
  records: { may: seers() },
  'records:today': { may: seers() },
  pulse: { may: seers() },
  cheers: { may: seers() },
  experiences: { may: seers() },
  honours: { may: seers() },
  duels: { may: seers() },
  cooperation: { may: seers() },
  verification: { may: seers() },
  'unit:': { id: 'alpha', may: seers() },
  'drive:': { id: 'spring', may: seers() },
  'display:': { id: wall.id, may: seers() },
  'experience:': { id: 'tip', may: seers() },
  'ranking:': { id: 'output', may: seers() },
  'form:': { id: 'output', may: seers() },
  // Who looks after the walls sees who of them is there.
  displays: { may: stewards() },
};

/** Who may say what on a socket; a watch is decided on by its topics. */
export const events: Record<string, { say: object; may: May }> = {
  watch: { say: { topics: [] }, may: seers() },
  // It is answered in the same way whatever is there.
  unwatch: { say: {}, may: anybody() },
  cheer: { say: { unit: 'alpha' }, may: seers() },
  display: { say: wall, may: seers() },
};
