import { expect, it } from 'vitest';
import { languages, speaker } from './speaker.ts';

it('[IN5] the server says its own words and those of the pages in every language they have', () => {
  expect([...languages].toSorted()).toEqual(['de', 'en', 'es', 'ko', 'vi']);
  const said = (key: string) => [...languages].map((language) => speaker(language)(key));
  for (const key of ['preview.ranking', 'watch:feed.kind.new-leader', 'drive-templates:ideas.name'])
    expect(new Set(said(key)).size).toBe(languages.size);
  expect(speaker('ko')('preview.ranking')).toBe('순위');
});
