import {
  boardPulse,
  standardRow,
  type BoardState,
  type PulseUnitRow,
  type StandardRow,
  type StandstillRow,
} from '@emulation/shared';
import { z } from 'zod';
import { stateOf } from '../access.ts';
import type { Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { boardParams } from '../params.ts';
import { namesOf, tableRoute } from './table-route.ts';
import { column, fileName, pagesOf, type Column } from './table.ts';

const noQuery = z.strictObject({});

function unitColumns(state: BoardState): Column<PulseUnitRow>[] {
  const names = namesOf(state);
  return [
    column('unit', 'text', (row) => row.unit),
    column('unit_name', 'text', (row) => names.unit(row.unit)),
    column('state', 'text', (row) => row.state),
    column('plans', 'whole', (row) => row.plans.of),
    column('on_plan', 'whole', (row) => row.plans.on),
    column('fulfilment_percent', 'decimal', (row) => row.fulfilment),
    column('behind_in', 'text', (row) => row.behind.join(';')),
    column('streak_metric', 'text', (row) => row.streak?.metric),
    column('streak_workdays', 'whole', (row) => row.streak?.workdays),
  ];
}

function standstillColumns(state: BoardState): Column<StandstillRow>[] {
  const names = namesOf(state);
  return [
    column('metric', 'text', (row) => row.metric),
    column('metric_name', 'text', (row) => names.metric(row.metric)),
    column('unit', 'text', (row) => row.unit),
    column('unit_name', 'text', (row) => names.unit(row.unit)),
    column('since', 'time', (row) => row.since),
    column('score', 'decimal', (row) => row.score),
    column('days', 'whole', (row) => row.days),
    column('allowed_days', 'whole', (row) => row.allowed),
    column('comparable_unit', 'text', (row) => row.comparable?.unit),
  ];
}

function standardColumns(state: BoardState): Column<StandardRow>[] {
  const names = namesOf(state);
  return [
    column('metric', 'text', (row) => row.metric),
    column('metric_name', 'text', (row) => names.metric(row.metric)),
    column('value', 'decimal', (row) => row.value),
    column('previous', 'decimal', (row) => row.previous),
    column('set_at', 'time', (row) => row.setAt),
    column('units', 'whole', (row) => row.of),
    column('reached', 'whole', (row) => row.reached),
    column('reached_in_period', 'whole', (row) => row.now),
  ];
}

export function pulseTables(api: Api, deps: HttpDeps): void {
  const common = { tag: 'pulse', params: boardParams, query: noQuery };
  const now = () => deps.clock.now();

  tableRoute(api, deps, {
    ...common,
    path: '/pulse',
    summary: 'Every unit against its plans',
    table: ({ request }) => {
      const state = stateOf(request);
      const rows = boardPulse(state, now()).filter((row) => row.kind === 'unit');
      const name = fileName(state.board, 'pulse');
      return { name, zone: state.zone, columns: unitColumns(state), pages: pagesOf(rows) };
    },
  });

  tableRoute(api, deps, {
    ...common,
    path: '/pulse/standstill',
    summary: 'Units that stand still in a metric, the longest first',
    table: ({ request }) => {
      const state = stateOf(request);
      const rows = boardPulse(state, now()).filter((row) => row.kind === 'standstill');
      const name = fileName(state.board, 'standstill');
      return { name, zone: state.zone, columns: standstillColumns(state), pages: pagesOf(rows) };
    },
  });

  tableRoute(api, deps, {
    ...common,
    path: '/standards',
    tag: 'standards',
    summary: 'The standards of all metrics and how many units reach them',
    table: ({ request }) => {
      const state = stateOf(request);
      const today = state.zone.dayAt(now());
      const rows = [...state.metrics.values()].flatMap((m) => standardRow(state, m, today) ?? []);
      const name = fileName(state.board, 'standards');
      return { name, zone: state.zone, columns: standardColumns(state), pages: pagesOf(rows) };
    },
  });
}
