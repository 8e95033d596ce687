import type { Appliers, Effect } from '../board/effect.ts';
import type { BoardState } from '../board/state.ts';
import type { DriveFactType } from '../ledger/facts/drive.ts';
import type { Entry, FactOf } from '../ledger/entry.ts';
import type { DriveState } from '../vocabulary/drive.ts';
import { applyReveal, applyStage } from '../freeze/apply-reveal.ts';
import { finalIn } from '../freeze/public-facts.ts';
import type { BookedBody, Drive } from './book.ts';
import { changedFixedPaths } from './changed-paths.ts';
import type { DriveHappeningBody } from './happening.ts';
import { scoreDrive } from './standings.ts';
import { isBeforeStart, mayMove } from './states.ts';

const unfit = (why: string): Effect => ({ happenings: [], unfit: why });

function changed(drive: Drive | undefined, happening?: DriveHappeningBody): Effect {
  return {
    happenings: happening ? [happening] : [],
    areas: ['drives'],
    ...(drive ? {} : { unfit: 'unknown-id' }),
  };
}

function applyPut({ books }: BoardState, fact: FactOf<'drive.put'>, entry: Entry): Effect {
  const { type: _, id, replaces, ...rest } = fact;
  // Whoever drafted the fact settled the aggregate of each task.
  const body = rest as BookedBody;
  const existing = books.drives.get(id);
  if (replaces !== undefined && replaces !== (existing?.version ?? 0))
    return unfit('changed-meanwhile');
  if (!existing) {
    const history = [{ to: 'draft' as const, at: entry.at, seq: entry.seq }];
    const drive: Drive = {
      id,
      created: entry.seq,
      version: 1,
      body,
      state: 'draft',
      history,
      pledges: new Map(),
      veiled: false,
      revealed: 0,
    };
    books.drives.set(id, drive);
    return changed(drive);
  }
  if (existing.state === 'finalised') return unfit('drive-state');
  if (!isBeforeStart(existing.state) && changedFixedPaths(existing.body, body).length > 0)
    return unfit('drive-fixed');
  existing.body = body;
  existing.version++;
  return changed(existing);
}

function announceMove(drive: Drive, to: DriveState): DriveHappeningBody | undefined {
  const of = { drive: drive.id, name: drive.body.name };
  switch (to) {
    case 'draft':
      return undefined;
    case 'pledging':
      return { kind: 'drive-opened', ...of, from: drive.body.from, to: drive.body.to };
    case 'running':
      // Back from the review it goes on; it starts only once.
      return drive.history.some((move) => move.to === 'review')
        ? undefined
        : { kind: 'drive-started', ...of, to: drive.body.to };
    case 'review':
      return { kind: 'drive-review', ...of };
    case 'frozen':
      return { kind: 'drive-frozen', ...of };
    case 'closed':
      return { kind: 'drive-closed', ...of };
    case 'finalised':
      return announceFinal(drive);
  }
}

function announceFinal({ id, body, final }: Drive): DriveHappeningBody {
  const rows = final?.rows ?? [];
  const leaders = rows.filter(({ place }) => place === 1).map(({ unit }) => unit);
  const score = rows[0]?.score ?? null;
  return { kind: 'drive-finalised', drive: id, name: body.name, leaders, score };
}

function applyMove(state: BoardState, fact: FactOf<'drive.moved'>, entry: Entry): Effect {
  const drive = state.books.drives.get(fact.id);
  if (!drive) return unfit('unknown-id');
  if (!mayMove(drive.state, fact.to)) return unfit('drive-state');
  const { to } = fact;
  drive.state = to;
  drive.history.push({ to, at: entry.at, seq: entry.seq });
  if (to === 'frozen') drive.veiled = true;
  if (to === 'finalised') {
    drive.veiled = false;
    drive.final = finalIn(fact) ?? scoreDrive(state, drive, Date.parse(entry.at));
  }
  return changed(drive, announceMove(drive, to));
}

function applyPledge({ books }: BoardState, fact: FactOf<'drive.pledged'>): Effect {
  const drive = books.drives.get(fact.drive);
  const { unit, tasks } = fact;
  if (!drive) return unfit('unknown-id');
  const isOpen = ['pledging', 'running', 'review'].includes(drive.state);
  if (!isOpen) return unfit('pledges-closed');
  if (Object.keys(tasks).length > 0) drive.pledges.set(unit, tasks);
  else drive.pledges.delete(unit);
  const { name } = drive.body;
  return changed(drive, { kind: 'pledge', drive: drive.id, name, unit, tasks });
}

function applyRemoval({ books }: BoardState, { id }: FactOf<'drive.removed'>): Effect {
  const drive = books.drives.get(id);
  if (!drive) return unfit('unknown-id');
  if (drive.state !== 'draft') return unfit('drive-state');
  books.drives.delete(id);
  return changed(drive);
}

export const driveAppliers: Appliers<DriveFactType> = {
  'drive.put': applyPut,
  'drive.moved': applyMove,
  'drive.pledged': applyPledge,
  'drive.staged': applyStage,
  'drive.revealed': applyReveal,
  'drive.removed': applyRemoval,
};
