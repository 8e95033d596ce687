import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitText, type FitBox } from './fit.ts';

const box: FitBox = { widthPx: 400, heightPx: 100, maxPx: 72, minPx: 40, maxLines: 2, leading: 1 };
const measure = (text: string) => Array.from(text).length * 0.42;

describe('fitting names', () => {
  it('[UI43] a short name has the full size, a longer one shrinks on one line', () => {
    expect(fitText('Crew 4', box, measure)).toEqual({ sizePx: 72, lines: ['Crew 4'] });
    const longer = fitText('Assembly line 12 B', box, measure);
    expect(longer.lines).toHaveLength(1);
    expect(longer.sizePx).toBeLessThan(72);
  });

  it('[UI43] where it would become too small it takes a second line, balanced', () => {
    const fit = fitText('PARIS LYON - LE CREUSOT MONTCEAU MONTCHANIN', box, measure);
    expect(fit.lines).toEqual(['PARIS LYON - LE CREUSOT', 'MONTCEAU MONTCHANIN']);
    expect(fit.sizePx).toBeGreaterThan(40);
  });

  it('[UI43] before it falls below the least type it takes the lines that its place holds', () => {
    const narrow = { ...box, widthPx: 200, maxLines: 2, minPx: 30 };
    const name = 'Instandhaltung der Verpackungslinien im Werk Süd';
    const small = fitText(name, narrow, measure);
    expect(small.sizePx).toBeLessThan(24);
    const read = fitText(name, { ...narrow, leastPx: 24 }, measure);
    expect(read.sizePx).toBeGreaterThanOrEqual(24);
    expect(read.lines.length).toBeGreaterThan(2);
    expect(read.lines.join('').replace(/\s/g, '')).toBe(name.replace(/\s/g, ''));
    const hangul = fitText('가'.repeat(30), { ...narrow, leastPx: 24 }, measure);
    expect(hangul.sizePx).toBeGreaterThanOrEqual(24);
  });

  it('[UI43] no line begins with a dash', () => {
    const fit = fitText('PARIS MONTPARNASSE - TOULOUSE MATABIAU', box, measure);
    expect(fit.lines).toEqual(['PARIS MONTPARNASSE -', 'TOULOUSE MATABIAU']);
  });

  it('[UI43] nothing is ever cut, and everything stays inside its box', () => {
    const names = fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' });
    fc.assert(
      fc.property(names, (name) => {
        const fit = fitText(name, box, measure);
        expect(fit.lines.join('').replace(/\s/g, '')).toBe(name.replace(/\s/g, ''));
        expect(fit.lines.every((line) => measure(line) * fit.sizePx <= box.widthPx + 0.5)).toBe(
          true,
        );
        expect(fit.lines.length * fit.sizePx).toBeLessThanOrEqual(box.heightPx);
      }),
      { numRuns: 200 },
    );
  });

  it('[UI43] names of a joint result break between them, or each stands on lines of its own', () => {
    const letters = 'ABCDE';
    for (const [widthPx, heightPx] of [
      [1400, 500],
      [700, 260],
      [340, 120],
    ] as const)
      for (const count of [2, 3, 4, 5]) {
        const names = Array.from(letters.slice(0, count), (letter) =>
          Array.from({ length: 12 }, () => letter.repeat(4)).join(' '),
        );
        const { lines, sizePx } = fitText(
          names.join(' +\n'),
          { widthPx, heightPx, maxPx: 110, minPx: 40, maxLines: 6, leading: 1 },
          measure,
        );
        expect(lines.join(' ')).toBe(names.join(' + '));
        for (const line of lines) {
          const held = new Set(line.replace(/[ +]/g, ''));
          const isWhole = [...held].every((letter) => line.split(letter).length - 1 === 48);
          expect(held.size === 1 || isWhole).toBe(true);
          expect(measure(line) * sizePx).toBeLessThanOrEqual(widthPx + 0.5);
        }
        expect(lines.length * sizePx).toBeLessThanOrEqual(heightPx);
      }
    const short = fitText('Anvil +\nBellows', box, measure);
    expect(short.lines).toEqual(['Anvil + Bellows']);
  });

  it('[UI43] a word is broken only where it would be too small whole', () => {
    const room = { widthPx: 300, heightPx: 200, maxPx: 60, minPx: 24, maxLines: 4, leading: 1 };
    const name = 'Förderanlagenwartung und Instandhaltung';
    const whole = fitText(name, room, measure);
    expect(whole.lines).toEqual(['Förderanlagenwartung', 'und Instandhaltung']);
    const broken = fitText(name, { ...room, widthPx: 150 }, measure);
    expect(broken.lines).not.toContain('Förderanlagenwartung');
    expect(broken.sizePx).toBeGreaterThanOrEqual(24);
  });

  it('[UI43] a heading keeps its words whole as long as they are big enough', () => {
    const name = 'Förderanlagenwartung und Instandhaltung';
    const heading = { ...box, widthPx: 300, heightPx: 400, minPx: 70, maxPx: 90, maxLines: 7 };
    const broken = fitText(name, heading, measure);
    expect(broken.lines).not.toContain('Förderanlagenwartung');
    const whole = fitText(name, { ...heading, wholePx: 20 }, measure);
    expect(whole.lines).toContain('Förderanlagenwartung');
    expect(whole.sizePx).toBeGreaterThanOrEqual(20);
  });

  it('[UI43] a long word that fits a line after all is whole on it', () => {
    const name = 'Wettbewerb der Oberflächenbehandlungsgemeinschaften';
    const { lines } = fitText(
      name,
      { widthPx: 360, heightPx: 60, maxPx: 30, minPx: 20, maxLines: 2, leading: 1 },
      (text) => text.length * 0.5,
    );
    expect(lines).toEqual(['Wettbewerb der', 'Oberflächenbehandlungsgemeinschaften']);
  });

  it('[UI43] the number that a name ends with never has a line of its own', () => {
    const room = { widthPx: 300, heightPx: 300, maxPx: 60, minPx: 24, maxLines: 4, leading: 1 };
    for (const name of ['und Rekord von Förderanlagenwartung 1', 'Wartung Förderanlagenwart B'])
      for (const widthPx of [120, 180, 240, 300])
        expect(fitText(name, { ...room, widthPx }, measure).lines.at(-1)?.length).toBeGreaterThan(
          2,
        );
  });

  it('[UI43] nor where more stands behind the name', () => {
    const room = { widthPx: 240, heightPx: 300, maxPx: 30, minPx: 20, maxLines: 4, leading: 1 };
    const { lines } = fitText('Förderanlagenwartung 1 · 28. November 2026', room, measure);
    expect(lines).toContain('Förderanlagenwartung 1 ·');
  });

  it('[UI43] what a space without a break holds together stays on one line', () => {
    const room = { widthPx: 200, heightPx: 200, maxPx: 90, minPx: 60, maxLines: 3, leading: 1 };
    const { lines } = fitText('4\u00a0kỷ\u00a0lục đã xác minh', room, measure);
    expect(lines[0]).toBe('4\u00a0kỷ\u00a0lục');
  });
});
