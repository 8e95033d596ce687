import { expect, it } from 'vitest';
import { readOverlay } from './overlay-query.ts';

const read = (text: string) => readOverlay(new URLSearchParams(text));

it('[OT13] an overlay shows what its address names, within its bounds', () => {
  expect([...read('').scenes]).toEqual(['records', 'ticker', 'drive']);
  expect([...read('scenes=ticker,unknown').scenes]).toEqual(['ticker']);
  expect(read('margin=99&rows=0&hold=1')).toMatchObject({ margin: 20, rows: 1, holdMs: 3000 });
  expect(read('margin=x&rows=-3')).toMatchObject({ margin: 5, rows: 5, holdMs: 9000 });
  expect(read('metric=milk&drive=spring')).toMatchObject({ metric: 'milk', drive: 'spring' });
});
