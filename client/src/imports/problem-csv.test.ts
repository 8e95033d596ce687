import { expect, it } from 'vitest';
import { csvOf } from './problem-csv.ts';

it('[IM27] the file of problems quotes what must be quoted and runs nothing in a spreadsheet', () => {
  expect(
    csvOf([
      ['line', 'column', 'problem'],
      [3, 'value', 'must be a "number", not a word'],
      [-5, '=1+1', '-5'],
      [undefined, '', '@x'],
    ]),
  ).toBe(
    'line,column,problem\r\n3,value,"must be a ""number"", not a word"\r\n' +
      "-5,'=1+1,'-5\r\n,,'@x\r\n",
  );
});
