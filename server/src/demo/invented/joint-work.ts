import type { BoardState, FactOf } from '@emulation/shared';
import type { TimedFact } from '../timed-fact.ts';

export const jointMetric = 'minutes-won-together';

type Partner = NonNullable<FactOf<'result.posted'>['partners']>[number];

export interface JointWork {
  date: string;
  unit: string;
  value: string;
  partners: Partner[];
  note: string;
}

/** Who worked together, on which day, and how many minutes it won: invented. */
const works: JointWork[] = [
  {
    date: '2025-08-29',
    unit: 'paris-lyon-marseille-st-charles',
    value: '34',
    partners: [
      { unit: 'paris-lyon-lyon-part-dieu', role: 'performed', weight: 1 },
      { unit: 'paris-est-strasbourg', role: 'lent', weight: 1 },
    ],
    note: 'Invented: one spare train for two lines, with a turn-round plan lent by the east.',
  },
  {
    date: '2025-09-30',
    unit: 'bordeaux-st-jean-paris-montparnasse',
    value: '21',
    partners: [{ unit: 'tours-paris-montparnasse', role: 'helped', weight: 1 }],
    note: 'Invented: platform staff of Tours helped on the evening of the works.',
  },
  {
    date: '2025-10-31',
    unit: 'paris-nord-lille',
    value: '47',
    partners: [
      { unit: 'lyon-part-dieu-lille', role: 'performed', weight: 2 },
      { unit: 'paris-est-reims', role: 'helped', weight: 1 },
    ],
    note: 'Invented: connections held and given back together.',
  },
  {
    date: '2025-11-28',
    unit: 'rennes-paris-montparnasse',
    value: '18',
    partners: [{ unit: 'nantes-paris-montparnasse', role: 'performed', weight: 1 }],
    note: 'Invented: one crew reserve for both lines.',
  },
  {
    date: '2025-12-19',
    unit: 'paris-lyon-nice-ville',
    value: '52',
    partners: [
      { unit: 'paris-lyon-marseille-st-charles', role: 'helped', weight: 1 },
      { unit: 'paris-lyon-montpellier', role: 'helped', weight: 1 },
    ],
    note: 'Invented: three lines of the south kept one timetable through the strike of a supplier.',
  },
];

/** The result of a joint work; none where the data lack one of its lines. */
export function jointResult(
  { units }: BoardState,
  { date, unit, value, partners, note }: JointWork,
): TimedFact | undefined {
  if (![unit, ...partners.map((partner) => partner.unit)].every((id) => units.has(id))) return;
  const at = `${date}T18:00:00.000Z`;
  const sector = units.get(unit)?.sector ?? '';
  const joint = partners.length > 0 ? { partners, ownWeight: 1 } : {};
  const common = { type: 'result.posted', metric: jointMetric, achievedAt: date } as const;
  return { at, fact: { ...common, unit, value, sector, note, ...joint } };
}

/** A metric of its own, so that no invented figure stands among those of the railway. */
export function jointFacts(state: BoardState): TimedFact[] {
  const put: TimedFact = {
    at: '2025-08-01T08:00:00.000Z',
    fact: {
      type: 'metric.put',
      id: jointMetric,
      name: 'Minutes won together (invented)',
      unitOfMeasure: 'min',
      direction: 'higher',
      decimals: 0,
      aggregate: 'sum',
      recordsPer: 'day',
    },
  };
  return [put, ...works.flatMap((work) => jointResult(state, work) ?? [])];
}
