import { listResults, type BoardState, type FactOf } from '@emulation/shared';
import type { TimedFact } from '../timed-fact.ts';
import { jointMetric, jointResult, type JointWork } from './joint-work.ts';

const dayMs = 86_400_000;

type Recent = Omit<JointWork, 'date' | 'note'> & { daysAgo: number };
const performed = (unit: string) => ({ unit, role: 'performed', weight: 1 }) as const;
const helped = (unit: string) => ({ unit, role: 'helped', weight: 1 }) as const;

/** Joint work of the last weeks, whenever the demo is opened: a standard looks at who is active. */
const recent: Recent[] = [
  {
    daysAgo: 55,
    unit: 'paris-lyon-lyon-part-dieu',
    value: '64',
    partners: [performed('paris-lyon-marseille-st-charles')],
  },
  { daysAgo: 47, unit: 'rennes-paris-montparnasse', value: '38', partners: [] },
  {
    daysAgo: 41,
    unit: 'paris-nord-lille',
    value: '24',
    partners: [helped('lyon-part-dieu-lille')],
  },
  { daysAgo: 34, unit: 'paris-est-strasbourg', value: '19', partners: [helped('paris-est-reims')] },
  { daysAgo: 26, unit: 'nantes-paris-montparnasse', value: '33', partners: [] },
  {
    daysAgo: 17,
    unit: 'bordeaux-st-jean-paris-montparnasse',
    value: '28',
    partners: [helped('tours-paris-montparnasse')],
  },
  {
    daysAgo: 9,
    unit: 'paris-lyon-nice-ville',
    value: '22',
    partners: [helped('paris-lyon-montpellier')],
  },
  { daysAgo: 4, unit: 'paris-est-reims', value: '31', partners: [] },
];

const value = '30';

/** What every line is asked to win in a period, with the result that proved it. */
function standardFact(state: BoardState, at: string): TimedFact {
  const { results } = listResults(state, { metric: jointMetric, limit: 100 });
  const proof = results.find((row) => Number(row.value) >= Number(value));
  if (!proof) throw new Error('nothing proves the standard of the demo');
  const fact: FactOf<'standard.raised'> = {
    type: 'standard.raised',
    metric: jointMetric,
    value,
    result: proof.seq,
    reason: 'Invented for this demo: whoever works with others wins half an hour.',
  };
  return { at, fact };
}

/** A standard and who has come near it since, in the weeks before `now` (ms). */
export function standardFacts(state: BoardState, now: number): TimedFact[] {
  const dateOf = (daysAgo: number) => new Date(now - daysAgo * dayMs).toISOString().slice(0, 10);
  const note = 'Invented: work of the last weeks, so that the standard lives.';
  const posted = recent.flatMap(
    ({ daysAgo, ...work }) => jointResult(state, { ...work, note, date: dateOf(daysAgo) }) ?? [],
  );
  return [standardFact(state, `${dateOf(62)}T09:00:00.000Z`), ...posted];
}
