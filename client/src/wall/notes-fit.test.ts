import { describe, expect, it } from 'vitest';
import { notesThatFit } from './notes-fit.ts';

const measure = (text: string) => text.length;

describe('notes of a scene', () => {
  it('[SC4] as many as fit on their line are shown whole, the most important first', () => {
    const notes = ['lower is better', 'Board of all units', 'this week'];
    expect(notesThatFit(notes, 100, measure)).toEqual(notes);
    expect(notesThatFit(notes, 30, measure)).toEqual(['lower is better', 'this week']);
    expect(notesThatFit(notes, 10, measure)).toEqual(['this week']);
    expect(notesThatFit(notes, 3, measure)).toEqual([]);
  });
});
