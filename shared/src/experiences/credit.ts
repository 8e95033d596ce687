import type { BoardState } from '../board/state.ts';
import { adoptionState } from './experience.ts';
import { liftOf, type Lift } from './lift.ts';

/** One adoption, as both sides are credited with it. */
export interface CreditedAdoption {
  experience: string;
  metric: string;
  /** The unit that wrote it, and the one that took it up. */
  from: string;
  unit: string;
  adoptedAt: string;
  isSustained: boolean;
  lift: Lift;
}

/** What a unit gave to others and took from them. */
export interface AdoptionCredit {
  /** Its experiences that others adopted in the period. */
  given: CreditedAdoption[];
  /** What it adopted from others in the period. */
  received: CreditedAdoption[];
  /**
   * Sum of the lifts in tenths of a percent of the mean before, of those alone whose whole 95 %
   * interval lies above zero: chance earns nothing. Percent, so that metrics can be added.
   */
  liftGivenPermille: number;
  liftReceivedPermille: number;
}

/** Tenths of a percent of a lift that is sure; 0 of any other. */
function sureLift(lift: Lift): number {
  if (lift.kind !== 'measured' || lift.verdict !== 'better' || lift.percent === null) return 0;
  return Number(lift.percent.replace('.', ''));
}

function* adoptionsIn(
  state: BoardState,
  period: { from: number; to: number },
): Iterable<CreditedAdoption> {
  for (const experience of state.books.experiences.byId.values())
    for (const adoption of experience.adoptions.values()) {
      const { adopted, unit, steps } = adoption;
      if (!adopted || adopted.day < period.from || adopted.day > period.to) continue;
      const lift = liftOf(state, experience, adoption);
      if (!lift) continue;
      yield {
        experience: experience.id,
        metric: experience.metric,
        from: experience.unit,
        unit,
        adoptedAt: steps.findLast(({ to }) => to === 'adopted')?.at ?? '',
        isSustained: adoptionState(adoption) === 'sustained',
        lift,
      };
    }
}

/**
 * By unit, what was adopted in a period (inclusive days of the board's zone, since 1970-01-01) and
 * still is. Each adoption counts once for each side; an experience taken back counts no less, for
 * what others made of it stands.
 */
export function adoptionCredit(
  state: BoardState,
  period: { from: number; to: number },
): Map<string, AdoptionCredit> {
  const credits = new Map<string, AdoptionCredit>();
  const creditOf = (unit: string) => {
    let credit = credits.get(unit);
    if (!credit) {
      credit = { given: [], received: [], liftGivenPermille: 0, liftReceivedPermille: 0 };
      credits.set(unit, credit);
    }
    return credit;
  };
  for (const adoption of adoptionsIn(state, period)) {
    const permille = sureLift(adoption.lift);
    const giver = creditOf(adoption.from);
    giver.given.push(adoption);
    giver.liftGivenPermille += permille;
    const taker = creditOf(adoption.unit);
    taker.received.push(adoption);
    taker.liftReceivedPermille += permille;
  }
  return credits;
}
