import {
  deliverySchema,
  driveSummaries,
  VerificationCases,
  type BoardState,
  type Delivery,
  type DriveSummary,
  type VerificationCase,
  type Webhook,
} from '@emulation/shared';
import { z } from 'zod';
import { hostOf, stateOf } from '../access.ts';
import type { Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { seesDrafts } from '../drives/drive-answer.ts';
import { boardParams, ownIdParams } from '../params.ts';
import { webhookOf } from '../webhooks/webhooks.ts';
import { namesOf, tableRoute } from './table-route.ts';
import { column, fileName, pagesOf, type Column } from './table.ts';

const query = z.strictObject({});
/** As many as are kept of one webhook. */
const keptDeliveries = 500;

const driveColumns: Column<DriveSummary>[] = [
  column('id', 'text', (row) => row.id),
  column('name', 'text', (row) => row.name),
  column('state', 'text', (row) => row.state),
  column('from', 'time', (row) => row.from),
  column('to', 'time', (row) => row.to),
];

const caseColumns = (state: BoardState): Column<VerificationCase>[] => {
  const names = namesOf(state);
  return [
    column('result', 'text', ({ result }) => result.id),
    column('unit', 'text', ({ result }) => result.unit),
    column('unit_name', 'text', ({ result }) => names.unit(result.unit)),
    column('metric', 'text', ({ result }) => result.metric),
    column('value', 'decimal', ({ result }) => result.value),
    column('achieved_at', 'time', ({ result }) => result.achievedAt),
    column('breakthrough', 'text', ({ breakthrough }) => (breakthrough ? 'yes' : 'no')),
    column('missing', 'text', ({ missing }) => missing.join(';')),
    column('since', 'time', ({ since }) => since),
    column('window_ends_at', 'time', (row) => row.windowEndsAt),
    column('open_objections', 'whole', ({ objections }) => objections.length),
  ];
};

const webhookColumns: Column<Webhook>[] = [
  column('id', 'text', (row) => row.id),
  column('name', 'text', (row) => row.name),
  column('origin', 'text', (row) => row.origin),
  column('format', 'text', (row) => row.format),
  column('kinds', 'text', (row) => row.kinds.join(';')),
  column('is_on', 'text', ({ isOn }) => (isOn ? 'yes' : 'no')),
];

const deliveryColumns: Column<Delivery>[] = [
  column('at', 'time', (row) => row.at),
  column('happening', 'text', (row) => row.happening),
  column('kind', 'text', (row) => row.kind),
  column('attempt', 'whole', (row) => row.attempt),
  column('outcome', 'text', (row) => row.outcome),
  column('status', 'whole', (row) => row.status),
  column('ms', 'whole', (row) => row.ms),
  column('detail', 'text', (row) => row.detail),
];

function webhookTables(api: Api, deps: HttpDeps): void {
  tableRoute(api, deps, {
    path: '/webhooks',
    tag: 'webhooks',
    action: 'manage',
    summary: 'Webhooks, without their addresses and secrets',
    params: boardParams,
    query,
    table: ({ request }) => {
      const { board, zone, books } = hostOf(request).state;
      const pages = pagesOf([...books.machines.webhooks.values()]);
      return { name: fileName(board, 'webhooks'), zone, columns: webhookColumns, pages };
    },
  });

  tableRoute(api, deps, {
    path: '/webhooks/:id/deliveries',
    tag: 'webhooks',
    action: 'manage',
    summary: 'What a webhook was sent, newest first',
    params: ownIdParams,
    query,
    table: ({ request, params }) => {
      const { id } = webhookOf(request, params.id);
      const { board, zone } = hostOf(request).state;
      const pages = (async function* () {
        const lines = await deps.shelf.notes('deliveries', board, id, { limit: keptDeliveries });
        yield lines.map(({ text }) => deliverySchema.parse(JSON.parse(text)));
      })();
      return { name: fileName(board, 'deliveries', id), zone, columns: deliveryColumns, pages };
    },
  });
}

/** Lists of the steward's desk as files, beside those that the pages of everybody have. */
export function deskTables(api: Api, deps: HttpDeps): void {
  tableRoute(api, deps, {
    path: '/drives',
    tag: 'drives',
    summary: 'Drives of a board',
    params: boardParams,
    query,
    table: ({ request }) => {
      const state = stateOf(request);
      const pages = pagesOf(driveSummaries(state, seesDrafts(request)));
      const name = fileName(state.board, 'drives');
      return { name, zone: state.zone, columns: driveColumns, pages };
    },
  });

  tableRoute(api, deps, {
    path: '/verification',
    tag: 'verification',
    summary: 'The records that wait, the most urgent first',
    params: boardParams,
    query,
    table: ({ request }) => {
      const state = stateOf(request);
      const pages = pagesOf(new VerificationCases(state).list(deps.clock.now()));
      const name = fileName(state.board, 'verification');
      return { name, zone: state.zone, columns: caseColumns(state), pages };
    },
  });

  webhookTables(api, deps);
}
