import type { BoardState } from '../board/state.ts';
import { idAt } from '../board/state.ts';
import type { Period } from '../calendar/period.ts';
import { adoptionCredit } from '../experiences/credit.ts';
import { unitsOf } from '../results/parties.ts';
import { formatMinor } from '../vocabulary/decimal.ts';
import type { Criterion } from '../vocabulary/honour.ts';
import type { Title } from './book.ts';
import { modelUnits, recordsBroken } from './model-units.ts';
import { driveCandidates } from './drive-candidates.ts';
import type { Candidate } from './row.ts';
import { titlePeriod } from './title-period.ts';

type Figures = { unit: string; place: number; figure: Candidate['figure'] }[];

/** Counts in order, the largest first; equal counts share a place. */
function rankCounts(
  counts: ReadonlyMap<string, number>,
  kind: Candidate['figure']['kind'],
): Figures {
  const sorted = [...counts].sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1));
  let place = 0;
  return sorted.map(([unit, count], at) => {
    if (count !== sorted[at - 1]?.[1]) place = at + 1;
    return { unit, place, figure: { kind, value: String(count) } };
  });
}

function countRecords(state: BoardState, scope: 'board' | 'sector', span: Period) {
  const counts = new Map<string, number>();
  for (const metric of state.metrics.values())
    for (const [index, widest] of recordsBroken(metric, span)) {
      if (widest === 'unit' || (scope === 'board' && widest !== 'board')) continue;
      for (const unit of unitsOf(metric, index)) {
        const id = idAt(state.unitIndex, unit);
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
    }
  return counts;
}

/** Those whose experience enough others adopted, by the lift that is proved to have come of it. */
function rankLift(state: BoardState, adoptions: number, span: Period): Figures {
  const lifts = new Map<string, number>();
  for (const [unit, credit] of adoptionCredit(state, span))
    if (credit.given.length >= adoptions && credit.liftGivenPermille > 0)
      lifts.set(unit, credit.liftGivenPermille);
  return rankCounts(lifts, 'lift').map(({ figure, ...each }) => ({
    ...each,
    figure: { kind: 'lift', value: formatMinor(Number(figure.value), 1) },
  }));
}

type PeriodCriterion = Exclude<Criterion, { kind: 'drive' | 'drive-sector' }>;

function figuresOf(state: BoardState, criterion: PeriodCriterion, span: Period): Figures {
  switch (criterion.kind) {
    case 'records':
      return rankCounts(countRecords(state, criterion.scope, span), 'records').filter(
        ({ figure }) => Number(figure.value) >= criterion.atLeast,
      );
    case 'model-unit':
      return modelUnits(state, span)
        .filter(({ place }) => place <= criterion.places)
        .map(({ unit, place, score }) => ({
          unit,
          place,
          figure: { kind: 'points', value: score },
        }));
    case 'lift-given':
      return rankLift(state, criterion.adoptions, span);
    case 'words':
      return [];
  }
}

/**
 * Who would win a title if its span ended now; a title of drives looks at each drive that has
 * begun, the newest first. `now`: ms since the epoch.
 */
export function candidatesOf(state: BoardState, title: Title, now: number): Candidate[] {
  const { criterion } = title;
  if (criterion.kind === 'drive' || criterion.kind === 'drive-sector')
    return [...state.books.drives.values()]
      .reverse()
      .flatMap((drive) => driveCandidates(state, drive, criterion, now))
      .map((each) => ({ title: title.id, ...each }));
  const span = titlePeriod(title, state.zone.dayAt(now));
  const figures = figuresOf(state, criterion, span);
  return figures.map((each) => ({ title: title.id, standing: 'would-be', ...each }));
}
