import { playlistBodySchema, type Playlist, type WallMessage } from '@emulation/shared';
import { expect, it } from 'vitest';
import { readSettings, stopMsOf } from '../wall-settings.ts';
import { planWall, standingMessages } from './wall-plan.ts';

const playlist: Playlist = {
  id: 'shifts',
  ...playlistBodySchema.parse({
    name: 'Shifts',
    items: [
      { show: { scene: 'ranking', metric: 'output' }, seconds: 20, sectors: ['north', 'south'] },
      { show: { scene: 'pulse' }, seconds: 30 },
      { show: { scene: 'ranking' }, seconds: 8 },
    ],
  }),
};
const base = readSettings('?metric=speed&seconds=10');
const nothing = { playlist: null, due: [], forced: undefined, hasMessage: false };

it('[DP15] a wall shows what is due of its playlist, each scene for its seconds and each sector in turn', () => {
  const plan = planWall(base, { ...nothing, playlist, due: [0, 1, 2] });
  expect(plan.scenes).toEqual([
    { scene: 'ranking', metric: 'output', sector: 'north' },
    { scene: 'ranking', metric: 'output', sector: 'south' },
    { scene: 'pulse' },
    { scene: 'ranking' },
  ]);
  // The playlist is the steward's word; the address is what somebody typed once.
  expect(plan.metric).toBeUndefined();
  expect(stopMsOf(plan, 'ranking:output/south')).toBe(20_000);
  expect(stopMsOf(plan, 'pulse')).toBe(30_000);
  expect(stopMsOf(plan, 'ranking:speed')).toBe(8_000);
  expect(stopMsOf(plan, 'drive:spring')).toBe(10_000);
});

it('[DP15] while nothing of it is due, and without one, the wall shows what its address says', () => {
  expect(planWall(base, { ...nothing, playlist, due: [] })).toEqual(base);
  expect(planWall(base, nothing)).toEqual(base);
});

it('[DP15] what a steward asks for now comes before the playlist', () => {
  const forced = { scene: 'drive', drive: 'spring' } as const;
  const plan = planWall(base, { ...nothing, playlist, due: [1], forced, hasMessage: true });
  expect(plan.scenes).toEqual([forced]);
});

it('[DP15] a message takes turns with the scenes, once, also where the wall chooses for itself', () => {
  const said = { ...nothing, hasMessage: true };
  expect(planWall(base, { ...said, playlist, due: [1] }).scenes).toEqual([
    { scene: 'message' },
    { scene: 'pulse' },
  ]);
  const asked = readSettings('?scenes=message,pulse');
  expect(planWall(asked, said)).toEqual(asked);
  // Its own choice has every scene in it that has something to show.
  expect(planWall(base, said).scenes).toBeUndefined();
});

it('[DP15] messages stand until their time, the newest first', () => {
  const message = (id: string, at: string, until: string): WallMessage => ({
    id,
    text: id,
    at,
    until,
  });
  const messages = [
    message('old', '2026-06-01T10:00:00Z', '2026-06-01T18:00:00Z'),
    message('over', '2026-06-01T11:00:00Z', '2026-06-01T12:00:00Z'),
    message('new', '2026-06-01T11:30:00Z', '2026-06-01T18:00:00Z'),
  ];
  const at = (time: string) => standingMessages(messages, Date.parse(time)).map(({ id }) => id);
  expect(at('2026-06-01T11:45:00Z')).toEqual(['new', 'over', 'old']);
  expect(at('2026-06-01T12:00:00Z')).toEqual(['new', 'old']);
  expect(at('2026-06-01T18:00:00Z')).toEqual([]);
});
