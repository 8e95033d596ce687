import type { BoardState, Fact, FactOf } from '@emulation/shared';
import type { TimedFact } from '../timed-fact.ts';

type Step = [unit: string, to: FactOf<'experience.moved'>['to'], at: string, reason?: string];

const written: Omit<FactOf<'experience.written'>, 'sector'>[] = [
  {
    type: 'experience.written',
    id: 'doors-closed-sooner',
    unit: 'paris-lyon-lyon-part-dieu',
    metric: 'on_time_rate',
    title: 'Doors closed forty seconds sooner (invented)',
    change:
      'Invented for this demo.\n\nThe doors close forty seconds before departure instead of twenty, ' +
      'and one person on the platform does nothing else. Late passengers are led to the next train ' +
      'by name, so that nobody holds a door for them.',
    needs: 'One person on the platform in the hours of the rush, and a week to get used to it.',
  },
  {
    type: 'experience.written',
    id: 'one-number-for-works',
    unit: 'tours-paris-montparnasse',
    metric: 'average_delay_when_late',
    title: 'One number to call about works (invented)',
    change:
      'Invented for this demo.\n\nWhoever plans works on the line calls one number the evening ' +
      'before, and the shift turns the next morning’s trains accordingly.',
    needs: 'A phone that is always answered.',
  },
];

/** Where units are with them. The lifts that the board shows come from the railway’s own figures. */
const steps: Record<string, Step[]> = {
  'doors-closed-sooner': [
    ['paris-lyon-montpellier', 'studying', '2024-11-04'],
    ['paris-lyon-montpellier', 'trial', '2024-11-25'],
    ['paris-lyon-montpellier', 'adopted', '2024-12-15'],
    ['paris-montparnasse-toulouse-matabiau', 'studying', '2024-11-11'],
    ['paris-montparnasse-toulouse-matabiau', 'trial', '2024-11-28'],
    ['paris-montparnasse-toulouse-matabiau', 'adopted', '2024-12-15'],
    ['lyon-part-dieu-lille', 'studying', '2025-10-06'],
    ['lyon-part-dieu-lille', 'trial', '2025-11-10'],
    ['paris-lyon-nice-ville', 'studying', '2025-10-13'],
    ['paris-lyon-nice-ville', 'not-applicable', '2025-10-27', 'Two platforms share one crew here.'],
  ],
  'one-number-for-works': [
    ['nice-ville-paris-lyon', 'studying', '2025-12-08'],
    ['toulon-paris-lyon', 'studying', '2025-12-09'],
    ['toulon-paris-lyon', 'trial', '2025-12-22'],
  ],
};

function stepFacts(state: BoardState, experience: string): TimedFact[] {
  const known = (steps[experience] ?? []).filter(([unit]) => state.units.has(unit));
  return known.map(([unit, to, date, reason]) => ({
    at: `${date}T09:00:00.000Z`,
    fact: {
      type: 'experience.moved',
      experience,
      unit,
      to,
      at: date,
      ...(reason === undefined ? {} : { reason }),
    },
  }));
}

/** Two experiences in different states, written before they were taken up. */
export function experienceFacts(state: BoardState): TimedFact[] {
  return written.flatMap((experience) => {
    const sector = state.units.get(experience.unit)?.sector;
    if (sector === undefined || !state.metrics.has(experience.metric)) return [];
    const fact: Fact = { ...experience, sector };
    const at = `${experience.id === 'doors-closed-sooner' ? '2024-10-28' : '2025-12-01'}T09:00:00.000Z`;
    return [{ at, fact }, ...stepFacts(state, experience.id)];
  });
}
