import { describe, expect, it } from 'vitest';
import { copyBoard } from '../board/copy.ts';
import { copyPlain } from '../board/plain-copy.ts';
import { dumpBoard, loadBoard } from '../board/snapshot.ts';
import { received, SmallBoard } from '../testing/small-board.ts';
import { changeOf } from '../views/change.ts';
import { createView } from '../views/create-view.ts';
import { messageBodySchema, playlistBodySchema } from '../vocabulary/display.ts';
import { draftDisplay, draftMessage, draftPlaylist } from './draft.ts';
import { displayLimits } from './display-limits.ts';

const wall = 'k3v9x2m4q8w1z7t5';
const other = 'a1b2c3d4e5f6g7h8';
const later = new Date(received + 3_600_000).toISOString();

function playlist(id = 'shifts', items: object[] = [{ show: { scene: 'pulse' } }]) {
  const body = playlistBodySchema.parse({ name: id, items });
  return { type: 'playlist.put' as const, id, ...body };
}

const named = (id: string, list: string | null) => ({
  type: 'display.named' as const,
  id,
  name: `Hall ${id.slice(0, 2)}`,
  playlist: list,
});

function rowsOf(board: SmallBoard, topic: string) {
  const view = createView(board.state, topic);
  if (!view) throw new Error(`no topic ${topic}`);
  return Object.fromEntries(view.rows(received));
}

describe('what stewards say of walls', () => {
  it('[DP5] a wall has its name and its playlist, and everybody who asks for its topic is told', () => {
    const board = new SmallBoard();
    board.add(playlist());
    const applied = board.add(named(wall, 'shifts'));
    expect(rowsOf(board, `display:${wall}`)).toEqual({
      display: {
        kind: 'display',
        id: wall,
        name: 'Hall k3',
        playlist: expect.objectContaining({ id: 'shifts', sound: false }),
      },
    });
    expect(createView(board.state, `display:${wall}`)?.touchedBy(changeOf([applied]))).toBe(true);
    expect(rowsOf(board, `display:${other}`)['display']).toMatchObject({
      name: null,
      playlist: null,
    });
    for (const topic of ['display:short', 'display:', `display:${wall}:x`])
      expect(createView(board.state, topic)).toBeUndefined();
  });

  it('[DP5] when a playlist is removed its walls choose for themselves again', () => {
    const board = new SmallBoard();
    board.add(playlist());
    board.add(named(wall, 'shifts'));
    board.add({ type: 'playlist.removed', id: 'shifts' });
    expect(rowsOf(board, `display:${wall}`)['display']).toMatchObject({ playlist: null });
    expect(board.add({ type: 'playlist.removed', id: 'shifts' }).unfit).toBe('unknown-playlist');
    expect(board.add(named(other, 'shifts')).unfit).toBe('unknown-playlist');
    board.add({ type: 'display.removed', id: wall });
    expect(board.add({ type: 'display.removed', id: wall }).unfit).toBe('unknown-display');
    expect(Object.keys(rowsOf(board, 'displays'))).toEqual([]);
  });

  it('[DP6] a message is on all walls or on those it names, and the ended make room', () => {
    const board = new SmallBoard();
    const say = (id: string, until: string, displays?: string[]) =>
      board.add({ type: 'message.put', id, text: id, until, ...(displays ? { displays } : {}) });
    say('all', later);
    say('one', later, [other]);
    expect(Object.keys(rowsOf(board, `display:${wall}`))).toEqual(['display', 'message:all']);
    expect(Object.keys(rowsOf(board, `display:${other}`))).toEqual([
      'display',
      'message:all',
      'message:one',
    ]);
    say('short', new Date(received).toISOString());
    say('next', later);
    expect(Object.keys(rowsOf(board, 'displays'))).toEqual([
      'message:all',
      'message:one',
      'message:next',
    ]);
    board.add({ type: 'message.removed', id: 'all' });
    expect(rowsOf(board, `display:${wall}`)['message:all']).toBeUndefined();
  });

  it('[DP5] a snapshot holds it all, and a board that goes its own way takes nothing back', () => {
    const board = new SmallBoard();
    board.add(playlist());
    board.add(named(wall, 'shifts'));
    board.add({ type: 'message.put', id: 'all', text: 'Meet at ten', until: later });
    const copy = copyBoard(board.state);
    const loaded = loadBoard(copyPlain(dumpBoard(board.state)));
    board.add({ type: 'playlist.removed', id: 'shifts' });
    for (const state of [copy, loaded])
      expect(state.books.displays.displays.get(wall)?.playlist).toBe('shifts');
    expect(loaded.books.displays.messages.get('all')?.text).toBe('Meet at ten');
  });
});

describe('what is refused', () => {
  const problemsOf = (body: object) =>
    playlistBodySchema.safeParse(body).error?.issues.map(({ path }) => path.join('.'));

  it('[DP1] a playlist that cannot be shown names the path at fault', () => {
    const show = { scene: 'pulse' };
    expect(problemsOf({ name: 'x', items: [] })).toEqual(['items']);
    expect(problemsOf({ name: 'x', items: [{ show, seconds: 1 }] })).toEqual(['items.0.seconds']);
    expect(problemsOf({ name: 'x', items: [{ show, from: '25:00' }] })).toEqual(['items.0.from']);
    expect(problemsOf({ name: 'x', items: [{ show, from: '07:00', to: '07:00' }] })).toEqual([
      'items.0.to',
    ]);
    expect(problemsOf({ name: 'x', items: [{ show, daysOfWeek: [1, 1] }] })).toEqual([
      'items.0.daysOfWeek',
    ]);
    expect(problemsOf({ name: 'x', items: [{ show, sectors: ['north'] }] })).toEqual([
      'items.0.sectors',
    ]);
    expect(problemsOf({ name: 'x', items: [{ show: { scene: 'party' } }] })).toEqual([
      'items.0.show.scene',
    ]);
  });

  it('[DP1] what a scene is of must be there, and the path says which is not', () => {
    const { state } = new SmallBoard();
    const body = playlistBodySchema.parse({
      name: 'x',
      items: [
        { show: { scene: 'ranking', metric: 'output' }, sectors: ['north', 'west'] },
        { show: { scene: 'ranking', metric: 'speed', sector: 'east' } },
        { show: { scene: 'unit', unit: 'zoe' } },
        { show: { scene: 'drive', drive: 'spring' } },
        { show: { scene: 'experience', experience: 'e1' } },
      ],
    });
    const drafted = draftPlaylist(state, 'x', body);
    if (drafted.kind !== 'problems') throw new Error('was taken');
    expect(drafted.problems.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      'unknown-sector items.0.sectors.1',
      'unknown-metric items.1.show.metric',
      'unknown-sector items.1.show.sector',
      'unknown-unit items.2.show.unit',
      'unknown-drive items.3.show.drive',
      'unknown-experience items.4.show.experience',
    ]);
  });

  it('[DP1] a board holds only so many, and one that it has may always be changed', () => {
    const board = new SmallBoard();
    for (let at = 0; at < displayLimits.playlists; at++) board.add(playlist(`p${at}`));
    const body = playlistBodySchema.parse({ name: 'x', items: [{ show: { scene: 'pulse' } }] });
    expect(draftPlaylist(board.state, 'p7', body).kind).toBe('fact');
    expect(draftPlaylist(board.state, 'more', body)).toMatchObject({
      problems: [{ kind: 'invalid', path: 'id' }],
    });
    expect(draftDisplay(board.state, wall, { name: 'Hall', playlist: 'none' })).toMatchObject({
      problems: [{ kind: 'unknown-playlist', path: 'playlist' }],
    });
  });

  it('[DP6] a message ends later than now and within a year; its time is kept in UTC', () => {
    const { state } = new SmallBoard();
    const body = (until: string) => messageBodySchema.parse({ text: ' Meet at ten ', until });
    expect(body('2026-06-01T15:00:00+02:00')).toEqual({
      text: 'Meet at ten',
      until: '2026-06-01T13:00:00.000Z',
    });
    const draft = (until: string) => draftMessage(state, 'm', body(until), received).kind;
    expect(draft('2026-06-01T13:00:00Z')).toBe('fact');
    expect(draft('2026-06-01T11:59:00Z')).toBe('problems');
    expect(draft('2027-12-01T00:00:00Z')).toBe('problems');
    expect(messageBodySchema.safeParse({ text: 'x', until: 'soon' }).success).toBe(false);
  });
});
