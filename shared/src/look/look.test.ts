import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dumpBoard, loadBoard } from '../board/snapshot.ts';
import { SmallBoard } from '../testing/small-board.ts';
import { createView } from '../views/create-view.ts';
import { black, contrast, inkOn, mix, white } from './colour.ts';
import { grounds, lostOn, shadesOf } from './look.ts';

const colours = fc
  .integer({ min: 0, max: 0xffffff })
  .map((number) => `#${number.toString(16).padStart(6, '0')}`);

it('[BL3] stands in the board’s row from its position on, and in a snapshot', () => {
  const board = new SmallBoard();
  const rowOf = (state = board.state) => createView(state, 'board')?.rows(0).get('board');
  expect(rowOf()).not.toHaveProperty('look');
  board.add({ type: 'look.put', accent: '#003366', language: 'ko' });
  expect(rowOf()).toMatchObject({ look: { accent: '#003366', language: 'ko' } });
  expect(rowOf(loadBoard(dumpBoard(board.state)))).toEqual(rowOf());
  board.add({ type: 'look.put' });
  expect(rowOf()).not.toHaveProperty('look');
});

describe('how a colour is judged', () => {
  it('[BL2] contrast is that of WCAG 2', () => {
    expect(contrast(black, white)).toBeCloseTo(21, 5);
    expect(contrast('#777777', white)).toBeCloseTo(4.48, 2);
    expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
  });

  it('[BL2] is as it was given where it stands out, mixed where it must be, refused where it is lost', () => {
    expect(shadesOf('#d92a1c', 'light')?.shape).toBe('#d92a1c');
    expect(shadesOf('#000080', 'dark')?.shape).not.toBe('#000080');
    const accepted = ['#000080', '#ffcc00', '#000000'].map((colour) => lostOn(colour));
    expect(accepted).toEqual([undefined, undefined, undefined]);
    expect(lostOn('#fff200')).toMatchObject({ ground: 'light' });
  });

  it('[BL4] whatever is accepted reads on both grounds', () => {
    fc.assert(
      fc.property(colours, (colour) => {
        expect(contrast(colour, inkOn(colour))).toBeGreaterThanOrEqual(4.5);
        if (lostOn(colour)) return;
        for (const ground of ['dark', 'light'] as const) {
          const shades = shadesOf(colour, ground);
          expect(contrast(shades?.shape ?? '', shades?.onShape ?? '')).toBeGreaterThanOrEqual(4.5);
          for (const behind of grounds[ground]) {
            expect(contrast(shades?.shape ?? '', behind)).toBeGreaterThanOrEqual(3);
            expect(contrast(shades?.ink ?? '', behind)).toBeGreaterThanOrEqual(4.5);
          }
        }
      }),
    );
  });
});
