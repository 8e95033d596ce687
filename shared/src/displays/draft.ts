import type { Drafted, FactProblem } from '../board/check.ts';
import type { BoardState } from '../board/state.ts';
import type { FactOf } from '../ledger/entry.ts';
import type {
  DisplayBody,
  MessageBody,
  PlaylistBody,
  PlaylistItem,
} from '../vocabulary/display.ts';
import { displayLimits } from './display-limits.ts';
import type { Scene } from './scene.ts';

const msPerDay = 86_400_000;

const invalid = (path: string, message: string): FactProblem => ({
  kind: 'invalid',
  path,
  message,
});

/** A board holds only so many of a kind; one that it has may always be changed. */
function tooMany(held: ReadonlyMap<string, unknown>, id: string, most: number): FactProblem[] {
  if (held.has(id) || held.size < most) return [];
  return [invalid('id', `the board has ${most} of them already, which is the most`)];
}

/** What a scene is of must be there when it is put; what goes later is passed over by the wall. */
export function sceneProblems(state: BoardState, show: Scene, path: string): FactProblem[] {
  const named = (
    kind: FactProblem['kind'],
    known: ReadonlyMap<string, unknown>,
    field: string,
    id: string | undefined,
  ): FactProblem[] =>
    id === undefined || known.has(id)
      ? []
      : [{ kind, path: `${path}.${field}`, message: `no ${field} "${id}" on this board` }];
  return [
    ...named('unknown-metric', state.metrics, 'metric', 'metric' in show ? show.metric : undefined),
    ...named('unknown-sector', state.sectors, 'sector', 'sector' in show ? show.sector : undefined),
    ...named('unknown-unit', state.units, 'unit', 'unit' in show ? show.unit : undefined),
    ...named(
      'unknown-drive',
      state.books.drives,
      'drive',
      'drive' in show ? show.drive : undefined,
    ),
    ...named(
      'unknown-experience',
      state.books.experiences.byId,
      'experience',
      'experience' in show ? show.experience : undefined,
    ),
  ];
}

function itemProblems(state: BoardState, { show, sectors = [] }: PlaylistItem, at: number) {
  const unknown = sectors.flatMap((sector, index): FactProblem[] =>
    state.sectors.has(sector)
      ? []
      : [
          {
            kind: 'unknown-sector',
            path: `items.${at}.sectors.${index}`,
            message: `no sector "${sector}" on this board`,
          },
        ],
  );
  return [...sceneProblems(state, show, `items.${at}.show`), ...unknown];
}

/** Makes the fact of a playlist, or says what is wrong with it. */
export function draftPlaylist(
  state: BoardState,
  id: string,
  body: PlaylistBody,
): Drafted<FactOf<'playlist.put'>> {
  const problems = [
    ...tooMany(state.books.displays.playlists, id, displayLimits.playlists),
    ...body.items.flatMap((item, at) => itemProblems(state, item, at)),
  ];
  if (problems.length > 0) return { kind: 'problems', problems };
  return { kind: 'fact', fact: { type: 'playlist.put', id, ...body } };
}

/** Makes the fact of a named wall, or says what is wrong with it. */
export function draftDisplay(
  state: BoardState,
  id: string,
  body: DisplayBody,
): Drafted<FactOf<'display.named'>> {
  const { playlists, displays } = state.books.displays;
  const problems = tooMany(displays, id, displayLimits.displays);
  const { playlist } = body;
  if (playlist !== null && !playlists.has(playlist))
    problems.push({
      kind: 'unknown-playlist',
      path: 'playlist',
      message: `no playlist "${playlist}" on this board`,
    });
  if (problems.length > 0) return { kind: 'problems', problems };
  return { kind: 'fact', fact: { type: 'display.named', id, ...body } };
}

/** Makes the fact of a message, or says what is wrong with it. `now`: ms since the epoch. */
export function draftMessage(
  state: BoardState,
  id: string,
  body: MessageBody,
  now: number,
): Drafted<FactOf<'message.put'>> {
  const held = state.books.displays.messages;
  const standing = new Map([...held].filter(([, { until }]) => Date.parse(until) > now));
  const problems = tooMany(standing, id, displayLimits.messages);
  const until = Date.parse(body.until);
  if (until <= now) problems.push(invalid('until', 'lies in the past'));
  if (until > now + displayLimits.messageDays * msPerDay)
    problems.push(invalid('until', `lies more than ${displayLimits.messageDays} days ahead`));
  if (problems.length > 0) return { kind: 'problems', problems };
  return { kind: 'fact', fact: { type: 'message.put', id, ...body } };
}
