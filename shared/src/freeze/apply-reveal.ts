import type { Effect } from '../board/effect.ts';
import type { BoardState } from '../board/state.ts';
import { scoreDrive } from '../drives/standings.ts';
import type { Entry, FactOf } from '../ledger/entry.ts';
import { publicReveal, shownIn } from './public-facts.ts';

const unfit = (why: string): Effect => ({ happenings: [], unfit: why });

export function applyStage(
  { books }: BoardState,
  { drive: id, presenter, name }: FactOf<'drive.staged'>,
  { at }: Entry,
): Effect {
  const drive = books.drives.get(id);
  if (!drive) return unfit('unknown-id');
  if (drive.state !== 'closed' || !drive.veiled) return unfit('drive-state');
  drive.stage = { presenter, name, at: Date.parse(at) };
  return { happenings: [], areas: ['drives'] };
}

/** The next rows, from the bottom place up; the veil falls with the last one. */
export function applyReveal(
  state: BoardState,
  fact: FactOf<'drive.revealed'>,
  { at }: Entry,
): Effect {
  const drive = state.books.drives.get(fact.drive);
  const { count } = fact;
  if (!drive) return unfit('unknown-id');
  if (drive.state !== 'closed' || !drive.veiled || count <= drive.revealed)
    return unfit('drive-state');
  const now = Date.parse(at);
  const { shown, left } = shownIn(fact) ?? publicReveal(fact, scoreDrive(state, drive, now).rows);
  if (left < 0) return unfit('drive-state');
  const rows = shown
    .slice(0, count - drive.revealed)
    .map(({ place, unit, score }) => ({ place, unit, score }));
  drive.revealed = count;
  if (state.isVeiled) drive.shown = shown;
  if (drive.stage) drive.stage = { ...drive.stage, at: now };
  if (left === 0) drive.veiled = false;
  const of = { drive: drive.id, name: drive.body.name };
  return { happenings: [{ kind: 'drive-revealed', ...of, count, left, rows }], areas: ['drives'] };
}
