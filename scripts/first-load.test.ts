import { expect, it } from 'vitest';
import { filesOf, firstLoads, type Manifest } from './first-load.ts';

const manifest: Manifest = {
  'index.html': { file: 'index.js', imports: ['_shared.js'] },
  '_shared.js': { file: 'shared.js' },
  'src/wall/wall-page.tsx': { file: 'wall.js', imports: ['_shared.js', '_rows.js'] },
  'src/watch/watch-page.tsx': { file: 'watch.js', imports: ['_rows.js', 'index.html'] },
  '_rows.js': { file: 'rows.js', imports: ['_shared.js'] },
  'src/post/post-page.tsx': { file: 'post.js' },
  en: { file: 'assets/words-en-common-AAAAAAAA.js' },
  de: { file: 'assets/words-de-common-BBBBBBBB.js' },
  wall: { file: 'assets/words-de-wall-CCCCCCCC.js' },
  pseudo: { file: 'assets/words-ar-XB-common-DDDDDDDD.js' },
};

it('[TL8] a first load is the entry, the page, all they import, once', () => {
  expect(filesOf(manifest, ['index.html', 'src/watch/watch-page.tsx'])).toEqual([
    'index.js',
    'shared.js',
    'watch.js',
    'rows.js',
  ]);
  expect(() => filesOf(manifest, ['src/gone.tsx'])).toThrow('src/gone.tsx');
});

it('[TL8] the words count in the language that has most of them', () => {
  const sizes: Record<string, number> = {
    'assets/words-en-common-AAAAAAAA.js': 10,
    'assets/words-de-common-BBBBBBBB.js': 20,
    'assets/words-de-wall-CCCCCCCC.js': 5,
    'assets/words-ar-XB-common-DDDDDDDD.js': 900,
  };
  const loads = firstLoads(manifest, (file) => sizes[file] ?? 100);
  expect(loads).toEqual([
    { name: 'wall', bytes: 425 },
    { name: 'spectator', bytes: 420 },
  ]);
});
