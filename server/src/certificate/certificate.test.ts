import { describe, expect, test } from 'vitest';
import { drawCertificate } from './certificate.ts';
import { breakLines, fitText } from './lines.ts';
import { Typeface } from './typeface.ts';

const text = {
  board: 'Works',
  title: 'Model unit',
  unit: '제3 조립라인 야간조',
  sector: 'Xưởng lắp ráp',
  citation: 'Für die Übergabe ohne Verlust',
  awardedOn: 'June 30, 2026',
  position: 'works · 42',
};

describe('a certificate', () => {
  test('[HN9] is one page of A4 across, with its fonts inside', async () => {
    const pdf = (await drawCertificate(text)).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(pdf).toContain('/MediaBox [0 0 841.89 595.28]');
    expect(pdf.match(/\/FontFile[23]/g)?.length).toBeGreaterThanOrEqual(2);
  });

  test('[HN9] stays one page however long its texts are', async () => {
    const long = 'Instandhaltungswerkstatt für Hochgeschwindigkeitsverkehr '.repeat(10);
    const pdf = await drawCertificate({ ...text, unit: long.slice(0, 200), citation: long });
    expect(pdf.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
  });
});

describe('the typeface', () => {
  const typeface = new Typeface();

  test('[HN9] arrows and stars, which no script has, are drawn as well', () => {
    const faces = typeface.runs('Reims → Paris ★', 'regular').map(({ face }) => face);
    expect(faces).toEqual([
      'latin-regular',
      'signs110-regular',
      'latin-regular',
      'signs111-regular',
    ]);
  });

  test('[HN9] takes each script from the face that has it', () => {
    expect(typeface.runs('Line 3 라인 ấ Ł', 'bold')).toEqual([
      { face: 'latin-bold', text: 'Line 3 ' },
      { face: 'korean-bold', text: '라인 ' },
      { face: 'vietnamese-bold', text: 'ấ ' },
      { face: 'latin-ext-bold', text: 'Ł' },
    ]);
  });
});

describe('lines', () => {
  /** Every character as wide as half its size. */
  const measure = (line: string, size: number) => (line.length * size) / 2;

  test('[HN9] break at spaces, and text shrinks until it fits', () => {
    expect(breakLines('one two three', 2, { width: 7, measure })).toEqual(['one two', 'three']);
    expect(
      fitText('one two three', { width: 14, maxLines: 2, measure }, { from: 9, to: 2 }),
    ).toEqual({ lines: ['one two', 'three'], size: 4 });
  });
});
