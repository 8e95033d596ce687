import {
  cooperationOf,
  listExperiences,
  modelUnits,
  type BoardState,
  type CooperationPair,
  type ExperienceRow,
  type Honour,
  type ModelUnitRow,
} from '@emulation/shared';
import { stateOf } from '../access.ts';
import type { Api } from '../api.ts';
import { cooperationQuery } from '../cooperation.ts';
import type { HttpDeps } from '../deps.ts';
import { experiencesQuery } from '../experiences/experiences.ts';
import { honoursQuery, modelUnitsQuery } from '../honours/honours.ts';
import { requireKnown } from '../known.ts';
import { boardParams } from '../params.ts';
import { refuseReversed } from '../query.ts';
import { namesOf, tableRoute } from './table-route.ts';
import { column, fileName, pagesOf, type Column } from './table.ts';

const honourColumns = (state: BoardState): Column<Honour>[] => [
  column('awarded_at', 'time', (row) => row.at),
  column('title', 'text', (row) => row.title),
  column('title_name', 'text', (row) => row.titleName),
  column('unit', 'text', (row) => row.unit),
  column('unit_name', 'text', (row) => namesOf(state).unit(row.unit)),
  column('citation', 'text', (row) => row.citation),
  column('drive', 'text', (row) => row.drive),
  column('withdrawn_at', 'time', (row) => row.withdrawn?.at),
  column('withdrawal_reason', 'text', (row) => row.withdrawn?.reason),
  column('id', 'text', (row) => row.id),
];

const modelColumns = (state: BoardState): Column<ModelUnitRow>[] => {
  const points = (kind: ModelUnitRow['terms'][number]['kind']) =>
    column(
      `${kind.replaceAll('-', '_')}_points`,
      'decimal',
      ({ terms }: ModelUnitRow) => terms.find((term) => term.kind === kind)?.points,
    );
  return [
    column('place', 'whole', (row) => row.place),
    column('unit', 'text', (row) => row.unit),
    column('unit_name', 'text', (row) => namesOf(state).unit(row.unit)),
    column('score', 'decimal', (row) => row.score),
    points('board-record'),
    points('sector-record'),
    points('unit-record'),
    points('helped'),
    points('experience-adopted'),
    points('learned'),
  ];
};

const pairColumns = (state: BoardState): Column<Omit<CooperationPair, 'kind'>>[] => {
  const names = namesOf(state);
  return [
    column('unit', 'text', ({ units }) => units[0]),
    column('unit_name', 'text', ({ units }) => names.unit(units[0])),
    column('with_unit', 'text', ({ units }) => units[1]),
    column('with_unit_name', 'text', ({ units }) => names.unit(units[1])),
    column('results', 'whole', (row) => row.results),
    column('together', 'whole', (row) => row.together),
    column('helped', 'whole', ({ helped }) => helped[0]),
    column('was_helped', 'whole', ({ helped }) => helped[1]),
    column('lent', 'whole', ({ lent }) => lent[0]),
    column('was_lent', 'whole', ({ lent }) => lent[1]),
    column('last_at', 'time', (row) => row.lastAt),
  ];
};

const experienceColumns = (state: BoardState): Column<ExperienceRow>[] => {
  const count = (kind: keyof ExperienceRow['counts']) =>
    column(kind.replaceAll('-', '_'), 'whole', ({ counts }: ExperienceRow) => counts[kind]);
  return [
    column('id', 'text', (row) => row.id),
    column('title', 'text', (row) => row.title),
    column('unit', 'text', (row) => row.unit),
    column('unit_name', 'text', (row) => namesOf(state).unit(row.unit)),
    column('metric', 'text', (row) => row.metric),
    column('written_at', 'time', (row) => row.writtenAt),
    count('offered'),
    count('studying'),
    count('trial'),
    count('adopted'),
    count('sustained'),
    count('not-applicable'),
    column('best_lift', 'decimal', (row) => row.bestLift?.lift),
    column('best_lift_unit', 'text', (row) => row.bestLift?.unit),
  ];
};

function honourTables(api: Api, deps: HttpDeps): void {
  tableRoute(api, deps, {
    path: '/honours',
    tag: 'honours',
    summary: 'Honours as they were awarded, newest first',
    params: boardParams,
    query: honoursQuery,
    table: ({ request, query: { unit } }) => {
      const state = stateOf(request);
      requireKnown(state, { unit });
      const rows = [...state.books.honours.honours.values()].reverse();
      const pages = pagesOf(rows.filter((row) => unit === undefined || row.unit === unit));
      const name = fileName(state.board, 'honours', unit);
      return { name, zone: state.zone, columns: honourColumns(state), pages };
    },
  });

  tableRoute(api, deps, {
    path: '/model-units',
    tag: 'honours',
    summary: 'Units by the example they set',
    params: boardParams,
    query: modelUnitsQuery,
    table: ({ request, query }) => {
      const state = stateOf(request);
      refuseReversed(query);
      const { from = -Infinity, to = Infinity } = query;
      const pages = pagesOf(modelUnits(state, { from, to }));
      const name = fileName(state.board, 'model-units');
      return { name, zone: state.zone, columns: modelColumns(state), pages };
    },
  });
}

function learningTables(api: Api, deps: HttpDeps): void {
  tableRoute(api, deps, {
    path: '/cooperation',
    tag: 'cooperation',
    summary: 'Who works with whom, the pairs that did most first',
    params: boardParams,
    query: cooperationQuery.omit({ limit: true }),
    table: ({ request, query: { unit } }) => {
      const state = stateOf(request);
      requireKnown(state, { unit });
      const { pairs } = cooperationOf(state);
      const asked = pairs.filter(({ units }) => unit === undefined || units.includes(unit));
      const name = fileName(state.board, 'cooperation', unit);
      return { name, zone: state.zone, columns: pairColumns(state), pages: pagesOf(asked) };
    },
  });

  tableRoute(api, deps, {
    path: '/experiences',
    tag: 'experiences',
    summary: 'Experiences, newest first, and how far units have come with them',
    params: boardParams,
    query: experiencesQuery.omit({ limit: true }),
    table: ({ request, query }) => {
      const state = stateOf(request);
      requireKnown(state, query);
      const pages = pagesOf(listExperiences(state, query));
      const name = fileName(state.board, 'experiences', query.metric);
      return { name, zone: state.zone, columns: experienceColumns(state), pages };
    },
  });
}

/** Honours, cooperation and experiences as files. */
export function recognitionTables(api: Api, deps: HttpDeps): void {
  honourTables(api, deps);
  learningTables(api, deps);
}
