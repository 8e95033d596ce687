import { expect, it } from 'vitest';
import { wayBack } from './way-back.ts';

const back = (then: string) =>
  wayBack(`?then=${encodeURIComponent(then)}`, 'https://board.example');

it('[PD6] signed in, one comes back to the page one came from, and never to another server', () => {
  expect(back('/b/plant/walls?code=BCDF-GHJK')).toBe('/b/plant/walls?code=BCDF-GHJK');
  expect(wayBack('', 'https://board.example')).toBe('/');
  for (const elsewhere of [
    '//elsewhere.example/b',
    '/\\elsewhere.example',
    'https://elsewhere.example/',
    'javascript:alert(1)',
    'b/plant',
    'https://board.example.elsewhere/',
    '/\t/elsewhere.example',
    'http://',
  ])
    expect(back(elsewhere)).toBe('/');
});
