import {
  displayLimits,
  type BoardState,
  type Playlist,
  type Receipt,
  type WallMessage,
} from '@emulation/shared';
import { z } from 'zod';
import { hostOf } from '../access.ts';
import type { Api } from '../api.ts';
import type { HttpDeps } from '../deps.ts';
import { listDisplays } from '../displays/displays.ts';
import { boardParams } from '../params.ts';
import { namesOf, tableRoute } from './table-route.ts';
import { column, fileName, pagesOf, type Column } from './table.ts';

const common = {
  tag: 'displays',
  action: 'run-displays' as const,
  params: boardParams,
  query: z.strictObject({}),
};

type DisplayRow = ReturnType<typeof listDisplays>[number];

const displayColumns: Column<DisplayRow>[] = [
  column('id', 'text', (row) => row.id),
  column('name', 'text', (row) => row.name),
  column('playlist', 'text', (row) => row.playlist),
  column('online', 'text', ({ wall }) => (wall?.online ? 'yes' : 'no')),
  column('since', 'time', ({ wall }) => wall?.since),
  column('build', 'text', ({ wall }) => wall?.build),
];

const playlistColumns: Column<Playlist>[] = [
  column('id', 'text', (row) => row.id),
  column('name', 'text', (row) => row.name),
  column('items', 'whole', ({ items }) => items.length),
  column('sound', 'text', ({ sound }) => (sound ? 'yes' : 'no')),
];

const quantiles = (of: 'sinceAnnounced' | 'sinceArrival', name: string): Column<Receipt>[] =>
  (['p50', 'p99'] as const).map((quantile) =>
    column(`${name}_${quantile}_ms`, 'whole', (row) => row[of]?.[quantile]),
  );

function receiptTable(api: Api, deps: HttpDeps): void {
  tableRoute(api, deps, {
    ...common,
    path: '/receipts',
    summary: 'For each record, on how many of the connected walls it was shown, and how fast',
    table: ({ request }) => {
      const { state } = hostOf(request);
      const names = namesOf(state);
      const columns: Column<Receipt>[] = [
        column('at', 'time', (row) => row.at),
        column('result', 'text', (row) => row.result),
        column('unit', 'text', (row) => row.unit),
        column('unit_name', 'text', (row) => names.unit(row.unit)),
        column('metric', 'text', (row) => row.metric),
        column('value', 'decimal', (row) => row.value),
        column('connected', 'whole', (row) => row.connected),
        column('shown', 'whole', (row) => row.shown),
        column('later', 'whole', (row) => row.later),
        ...quantiles('sinceAnnounced', 'since_announced'),
        ...quantiles('sinceArrival', 'since_arrival'),
      ];
      const pages = pagesOf(deps.displays.receipts(state.board, displayLimits.receipts));
      return { name: fileName(state.board, 'receipts'), zone: state.zone, columns, pages };
    },
  });
}

/** Messages that still stand, and on which walls: none named, on all of them. */
function messageTable(api: Api, deps: HttpDeps): void {
  const columnsOf = ({ books }: BoardState): Column<WallMessage>[] => [
    column('id', 'text', (row) => row.id),
    column('text', 'text', (row) => row.text),
    column('displays', 'text', (row) => row.displays?.join('; ')),
    column('display_names', 'text', ({ displays }) =>
      displays?.map((id) => books.displays.displays.get(id)?.name ?? id).join('; '),
    ),
    column('said_at', 'time', (row) => row.at),
    column('until', 'time', (row) => row.until),
  ];
  tableRoute(api, deps, {
    ...common,
    path: '/messages',
    summary: 'Messages that stand on walls',
    table: ({ request }) => {
      const { state } = hostOf(request);
      const { board, zone, books } = state;
      const now = deps.clock.now();
      const standing = [...books.displays.messages.values()].filter(
        ({ until }) => Date.parse(until) > now,
      );
      const name = fileName(board, 'messages');
      return { name, zone, columns: columnsOf(state), pages: pagesOf(standing) };
    },
  });
}

/** Walls, what they may show, and what they have shown. */
export function displayTables(api: Api, deps: HttpDeps): void {
  tableRoute(api, deps, {
    ...common,
    path: '/displays',
    summary: 'Every wall: its name and playlist, and whether it is there',
    table: ({ request }) => {
      const { state } = hostOf(request);
      const pages = pagesOf(listDisplays(state, deps.displays));
      const name = fileName(state.board, 'displays');
      return { name, zone: state.zone, columns: displayColumns, pages };
    },
  });

  tableRoute(api, deps, {
    ...common,
    path: '/playlists',
    summary: 'Playlists of a board',
    table: ({ request }) => {
      const { board, zone, books } = hostOf(request).state;
      const pages = pagesOf([...books.displays.playlists.values()]);
      return { name: fileName(board, 'playlists'), zone, columns: playlistColumns, pages };
    },
  });

  messageTable(api, deps);
  receiptTable(api, deps);
}
