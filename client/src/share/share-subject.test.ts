import { expect, it } from 'vitest';
import { embedPath, feedPath, filesOf, imagePath, subjectOf } from './share-subject.ts';

const of = (path: string, query = '') => subjectOf('works', path, new URLSearchParams(query));

it('[OT12] what is shared is what the page is about', () => {
  const board = of('/b/works', 'metric=output&period=week');
  expect(imagePath(board)).toBe('/api/v1/boards/works/preview.png?metric=output');
  expect(feedPath(board, 'atom')).toBe('/api/v1/boards/works/feeds/records.atom?metric=output');
  expect(embedPath(board, 'ranking')).toBe('/embed/works?view=ranking&metric=output');
  expect(filesOf(board).map(({ path, query }) => `${path}?${query}`)).toEqual([
    'rankings?metric=output',
    'records?metric=output',
    'records/progression?metric=output',
    'results?metric=output',
    'feed?',
  ]);
  expect(imagePath(of('/b/works/u/alpha', 'metric=output'))).toContain('?unit=alpha');
  expect(imagePath(of('/b/works/m/output'))).toContain('?metric=output');
  expect(imagePath(of('/b/works/r/00-1'))).toContain('?result=00-1');
  expect(filesOf(of('/b/works/drives/spring'))[0]?.path).toBe('drives/spring/ranking');
  expect(filesOf(of('/b/works/pulse')).map(({ word }) => word)).toEqual([
    'pulse',
    'pulse-standstill',
    'standards',
  ]);
});
