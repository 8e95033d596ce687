import type { BoardState } from '../board/state.ts';
import { monthOf } from '../calendar/period.ts';
import type { Row } from '../protocol/live.ts';
import { reuseRows } from '../views/keyed-rows.ts';
import type { View } from '../views/view.ts';
import { candidatesOf } from './candidates.ts';
import { modelUnits } from './model-units.ts';
import type { HonoursRow } from './row.ts';

/** Rows of the model-unit ranking that the topic holds. */
const modelLength = 50;

function* honoursRows(state: BoardState, now: number): Iterable<[string, HonoursRow]> {
  const { titles, honours } = state.books.honours;
  for (const title of titles.values()) {
    yield [`title:${title.id}`, { kind: 'title', ...title }];
    for (const candidate of candidatesOf(state, title, now))
      yield [
        `candidate:${title.id}:${candidate.drive ?? ''}:${candidate.unit}`,
        { kind: 'candidate', ...candidate },
      ];
  }
  for (const honour of honours.values())
    yield [`honour:${honour.id}`, { kind: 'honour', ...honour }];
  const month = monthOf(state.zone.dayAt(now));
  for (const row of modelUnits(state, month).slice(0, modelLength))
    yield [`model:${row.unit}`, { kind: 'model', ...row }];
}

/** Titles with who would win them now, honours as they were given, and this month's model units. */
export function createHonoursView(state: BoardState, topic: string): View {
  let rows: ReadonlyMap<string, Row> = new Map();
  return {
    topic,
    // Nothing but records, joint work, drives and experience moves a candidate.
    touchedBy: ({ areas, records, metrics }) =>
      areas.size > 0 || records.size > 0 || metrics.size > 0,
    rows: (now) => {
      rows = reuseRows(rows, honoursRows(state, now));
      return rows;
    },
  };
}
