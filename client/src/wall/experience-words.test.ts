import { describe, expect, it } from 'vitest';
import { quoteOf } from './experience-words.ts';

describe('what a wall quotes of an experience', () => {
  it('[SC7] whole sentences from the beginning, as many as there is room for', () => {
    expect(quoteOf('We moved the tool.\nThen we marked it.')).toBe(
      'We moved the tool. Then we marked it.',
    );
    expect(quoteOf('We moved the tool. Then we marked it.', 30)).toBe('We moved the tool.');
  });

  it('[SC7] a first sentence that is too long ends after a word, and shows that it goes on', () => {
    expect(quoteOf('We moved the tool to the other side of the line.', 20)).toBe(
      'We moved the tool …',
    );
    expect(quoteOf('가'.repeat(40), 10)).toBe(`${'가'.repeat(10)} …`);
  });
});
