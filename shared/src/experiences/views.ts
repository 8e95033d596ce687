import type { BoardState } from '../board/state.ts';
import type { Row } from '../protocol/live.ts';
import { reuseRows } from '../views/keyed-rows.ts';
import type { Change, View } from '../views/view.ts';
import { adoptionState, type Experience } from './experience.ts';
import { liftOf } from './lift.ts';
import { adoptionRow, experienceRow, experienceText } from './queries.ts';
import { childrenOf, descendedRecords } from './spread.ts';
import type { ExperienceRow, ExperienceTopicRow, OfferRow } from './row.ts';

/** Results move lifts and records; the experiences themselves are an area. */
function touches({ areas, metrics }: Change, watched: (metric: string) => boolean): boolean {
  return areas.has('experiences') || [...metrics].some(watched);
}

/** Every experience in one row; withdrawn ones say so. */
export function createExperiencesView(state: BoardState, topic: string): View {
  let rows: ReadonlyMap<string, Row> = new Map();
  const all = () => [...state.books.experiences.byId.values()];
  return {
    topic,
    touchedBy: (change) =>
      touches(change, (id) =>
        all().some(({ metric, adoptions }) => metric === id && adoptions.size),
      ),
    rows: () => {
      const next = all().map((each): [string, ExperienceRow] => [
        each.id,
        experienceRow(state, each),
      ]);
      rows = reuseRows(rows, next);
      return rows;
    },
  };
}

function* topicRows(
  state: BoardState,
  experience: Experience,
): Iterable<[string, ExperienceTopicRow]> {
  yield ['text', { kind: 'text', ...experienceText(state, experience) }];
  for (const adoption of experience.adoptions.values()) {
    yield [
      `adoption:${adoption.unit}`,
      { kind: 'adoption', ...adoptionRow(state, experience, adoption) },
    ];
    for (const record of descendedRecords(state, experience, adoption))
      yield [`record:${record.result}`, { kind: 'record', ...record }];
  }
  for (const child of childrenOf(state, experience.id))
    yield [`child:${child.id}`, { kind: 'child', ...experienceRow(state, child) }];
}

/** One experience: its text, who follows it, and what came of it. */
export function createExperienceView(state: BoardState, topic: string, id: string): View {
  let rows: ReadonlyMap<string, Row> = new Map();
  return {
    topic,
    touchedBy: (change) =>
      touches(change, (metric) => state.books.experiences.byId.get(id)?.metric === metric),
    rows: () => {
      const experience = state.books.experiences.byId.get(id);
      rows = reuseRows(rows, experience ? topicRows(state, experience) : []);
      return rows;
    },
  };
}

/** What a unit was offered, for its own topic. */
export function* offerRows(state: BoardState, unit: string): Iterable<[string, OfferRow]> {
  for (const experience of state.books.experiences.byId.values()) {
    const adoption = experience.adoptions.get(unit);
    if (!adoption || experience.withdrawn) continue;
    const lift = liftOf(state, experience, adoption);
    const { id, title, unit: from, metric } = experience;
    yield [
      `offer:${id}`,
      {
        experience: id,
        title,
        from,
        metric,
        state: adoptionState(adoption),
        since: adoption.sustained?.at ?? adoption.steps.at(-1)?.at ?? '',
        ...(lift ? { lift } : {}),
      },
    ];
  }
}
