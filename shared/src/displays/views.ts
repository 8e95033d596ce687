import type { BoardState } from '../board/state.ts';
import type { Row } from '../protocol/live.ts';
import { displayIdSchema } from '../vocabulary/display.ts';
import { reuseRows } from '../views/keyed-rows.ts';
import type { View } from '../views/view.ts';
import type { DisplayRow, DisplaysRow } from './row.ts';

function createBookView(
  topic: string,
  rowsOf: () => Iterable<[string, DisplayRow | DisplaysRow]>,
): View {
  let rows: ReadonlyMap<string, Row> = new Map();
  return {
    topic,
    touchedBy: ({ areas }) => areas.has('displays'),
    rows: () => {
      rows = reuseRows(rows, rowsOf());
      return rows;
    },
  };
}

function* bookRows({ books }: BoardState): Iterable<[string, DisplaysRow]> {
  const { playlists, displays, messages } = books.displays;
  for (const playlist of playlists.values())
    yield [`playlist:${playlist.id}`, { kind: 'playlist', ...playlist }];
  for (const display of displays.values())
    yield [`display:${display.id}`, { kind: 'display', ...display }];
  for (const message of messages.values())
    yield [`message:${message.id}`, { kind: 'message', ...message }];
}

/** What stewards have said of the walls; who is there now is added by whoever knows. */
export function createDisplaysView(state: BoardState, topic: string): View {
  return createBookView(topic, () => bookRows(state));
}

function* displayRows({ books }: BoardState, id: string): Iterable<[string, DisplayRow]> {
  const { playlists, displays, messages } = books.displays;
  const named = displays.get(id);
  const playlist = playlists.get(named?.playlist ?? '') ?? null;
  yield ['display', { kind: 'display', id, name: named?.name ?? null, playlist }];
  for (const message of messages.values())
    if (message.displays?.includes(id) ?? true)
      yield [`message:${message.id}`, { kind: 'message', ...message }];
}

/** What one wall needs; any wall has it, named or not. `undefined` where `id` cannot be one. */
export function createDisplayView(state: BoardState, topic: string, id: string): View | undefined {
  if (!displayIdSchema.safeParse(id).success) return undefined;
  return createBookView(topic, () => displayRows(state, id));
}
