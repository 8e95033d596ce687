import { expect, it } from 'vitest';
import { readHead, readTextHead } from './file-head.ts';
import { guessShape, isOurs, missingColumns, sentShape } from './shape-guess.ts';

const board = { units: new Map([['a', {}]]), metrics: new Map([['m', {}]]) };
const nothing = { units: new Map(), metrics: new Map() };
const guess = (text: string) => guessShape(readTextHead(text));

it('[IM26] columns, separator, dates and decimals of a file are guessed from its head and first lines', () => {
  const shape = guess(
    'Linie;Bereich;Menge (t);Datum;Bemerkung\nA;Nord;1.234,5;29.06.2026;früh\nB;Nord;7;3.6.2026;\n',
  );
  expect(shape).toEqual({
    columns: {
      unit: 'Linie',
      sector: 'Bereich',
      value: 'Menge (t)',
      achieved_at: 'Datum',
      note: 'Bemerkung',
    },
    separator: ';',
    decimal: ',',
    dates: 'dmy',
  });
  expect(missingColumns(shape, nothing)).toEqual(['metric', 'direction']);
  const american = guess('Team\tDate\tQuantity\nA\t6/29/2026\t1234.5\n');
  expect(american).toMatchObject({ separator: '\t', decimal: '.', dates: 'mdy' });
});

it('[IM26] a unit of measure is no unit, and a comma inside quotes parts nothing', () => {
  const { columns, separator } = guess('"Unit of measure","Unit","Score, total"\nt,A,"1,234"\n');
  expect([separator, columns.unit_of_measure, columns.unit]).toEqual([
    ',',
    'Unit of measure',
    'Unit',
  ]);
});

it('[IM26] columns are known as programs call them', () => {
  const { columns } = guess('unitOfMeasure,unit,achievedAt\nt,A,2026-06-29\n');
  expect(columns).toEqual({
    unit_of_measure: 'unitOfMeasure',
    unit: 'unit',
    achieved_at: 'achievedAt',
  });
});

it('[IM26] what is no text under the name of a CSV is not read', async () => {
  const picture = new File([new Uint8Array([0x89, 0x50, 0, 0, 1, 0])], 'picture.csv');
  await expect(readHead(picture)).rejects.toThrow('no text');
});

it('[IM26] a broken quote among the first lines hides none of them: it is a problem like others', () => {
  const { header, sample } = readTextHead('"Team","Score"\nA,"41"2\nB,"7\nC,8\n');
  expect(header).toEqual(['Team', 'Score']);
  expect(sample.map(([team]) => team)).toEqual(['A', 'B', 'C']);
});

it('[IM26] a file of our own form is sent without a mapping, so that it is read strictly', () => {
  const head = readTextHead(
    'sector,unit,metric,unit_of_measure,direction,achieved_at,value,partners,note\nN,A,M,t,higher,2026-06-30,1,,\n',
  );
  expect(isOurs(head)).toBe(true);
  expect(missingColumns(guessShape(head), nothing)).toEqual([]);
  expect(sentShape(head, guessShape(head))).toBeUndefined();
  const changed = { ...guessShape(head), decimal: ',' as const };
  expect(sentShape(head, changed)).toEqual(changed);
});

it('[IM30] what the board knows of its units and metrics is not asked for', () => {
  const shape = guess('Team;Kennzahl;Datum;Wert\nA;Output;29.06.2026;7\n');
  expect(missingColumns(shape, board)).toEqual([]);
  expect(missingColumns(shape, nothing)).toEqual(['sector', 'direction']);
  const head = readTextHead('Team,Kennzahl,Datum,Wert\nA,Output,2026-06-29,7\n');
  expect(sentShape(head, guessShape(head))?.columns).not.toHaveProperty('sector');
});
