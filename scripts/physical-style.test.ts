import { expect, it } from 'vitest';
import { physicalLines } from './physical-style.ts';

it('[TL9] a side of the screen in a style is named with its line; start, end, top and bottom pass', () => {
  const sheet = [
    '.a {',
    '  left: 0;',
    '  margin-left: 1rem;',
    '  text-align: right;',
    '  inset-inline-start: 0;',
    '  margin-inline: 1rem;',
    '  top: 0;',
    '  transform-origin: left;',
    '}',
  ].join('\n');
  expect(physicalLines(sheet, 'sheet').map((line) => line.split(':')[0])).toEqual(['2', '3', '4']);
  expect(physicalLines('style={{ paddingLeft: 3, left: x }}', 'code')).toHaveLength(1);
});
