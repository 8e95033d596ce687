import type { AdoptionState, ExperienceRow } from '@emulation/shared';

export type ListOrder = 'newest' | 'adopted' | 'lift';
export const listOrders: readonly ListOrder[] = ['newest', 'adopted', 'lift'];

export interface ListFilter {
  metric: string;
  sector: string;
  state: string;
}

const adopters = ({ counts }: ExperienceRow) => counts.adopted + counts.sustained;
/** Metrics differ in what they count; in percent their lifts compare. */
const liftOf = ({ bestLift }: ExperienceRow) =>
  bestLift ? Number(bestLift.percent ?? 0) : -Infinity;

/** What a unit wrote and did not withdraw, newest first. */
export const writtenBy = (rows: Iterable<ExperienceRow>, unit: string): ExperienceRow[] =>
  [...rows].filter((row) => row.unit === unit && !row.withdrawn).sort((a, b) => b.seq - a.seq);

/** Experiences that fit, in the order asked for; equal ones newest first. */
export function orderExperiences(
  rows: Iterable<ExperienceRow>,
  { metric, sector, state }: ListFilter,
  order: ListOrder,
): ExperienceRow[] {
  const fits = [...rows].filter(
    (row) =>
      !row.withdrawn &&
      (metric === '' || row.metric === metric) &&
      (sector === '' || row.sector === sector) &&
      // An address may ask for a state that there is not: nobody stands there.
      (state === '' || (row.counts[state as AdoptionState] ?? 0) > 0),
  );
  const keyOf = { newest: () => 0, adopted: adopters, lift: liftOf }[order];
  return fits.sort((a, b) => {
    const [one, two] = [keyOf(a), keyOf(b)];
    return one === two ? b.seq - a.seq : two - one;
  });
}
