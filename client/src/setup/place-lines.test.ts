import { describe, expect, it } from 'vitest';
import { parsePlaces, placeProblems, placesText, readPlaces, separatorOf } from './place-lines.ts';

const words = { headings: ['sector', 'unit', 'Bereich', 'Einheit'], fallback: 'All units' };

describe('units as they are typed or pasted', () => {
  it.each([
    ['North\tAnvil\nNorth\tBellows', '\t'],
    ['North;Anvil\nNorth;Bellows, the new', ';'],
    ['North,Anvil\nNorth,Bellows', ','],
    ['"North, old",Anvil\nNorth,Bellows', ','],
    ['Anvil\nBellows', '\t'],
  ])('[SU2] the sign between cells is found in %j', (text, separator) => {
    expect(separatorOf(text)).toBe(separator);
  });

  it('[SU2] quotes, a head line, joined cells and lines of a unit alone are understood', () => {
    const text =
      'Bereich,Einheit\r\n"North, old",Anvil\r\n,"Bellows ""B"""\r\nSouth,Chisel\r\n\r\n';
    expect(parsePlaces(text, words)).toEqual([
      { sector: 'North, old', unit: 'Anvil' },
      { sector: 'North, old', unit: 'Bellows "B"' },
      { sector: 'South', unit: 'Chisel' },
    ]);
    expect(parsePlaces('Anvil\nBellows', words)).toEqual([
      { sector: 'All units', unit: 'Anvil' },
      { sector: 'All units', unit: 'Bellows' },
    ]);
    expect(parsePlaces(' \n ', words)).toEqual([]);
    expect(readPlaces([], words)).toEqual([]);
  });

  it('[SU2] what was changed in the preview reads back as itself', () => {
    const rows = [
      { sector: 'North, old', unit: 'Anvil; new' },
      { sector: 'South', unit: 'Chisel' },
    ];
    expect(parsePlaces(placesText(rows), words)).toEqual(rows);
  });

  it('[SU2] every line that cannot stand is told with its reason', () => {
    const rows = [
      { sector: 'North', unit: 'Anvil' },
      { sector: 'north', unit: 'ANVIL' },
      { sector: 'South', unit: 'Anvil' },
      { sector: 'South', unit: ' ' },
      { sector: 'South', unit: 'x'.repeat(201) },
    ];
    expect(placeProblems(rows)).toEqual([undefined, 'twice', undefined, 'no-unit', 'too-long']);
  });
});
