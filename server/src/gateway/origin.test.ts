import { expect, it } from 'vitest';
import { isOriginAllowed } from './origin.ts';

it('[LV23] without a public URL the origin is the host of the request', () => {
  const host = 'board.example:8080';
  expect(isOriginAllowed({ host })).toBe(true);
  expect(isOriginAllowed({ host, origin: 'http://board.example:8080' })).toBe(true);
  expect(isOriginAllowed({ host, origin: 'https://BOARD.example:8080' })).toBe(true);
  expect(isOriginAllowed({ host: 'board.example', origin: 'https://board.example' })).toBe(true);
  expect(isOriginAllowed({ host: 'board.example:443', origin: 'https://board.example' })).toBe(
    true,
  );
  for (const origin of [
    'http://board.example',
    'http://evil.example:8080',
    'http://board.example:8080.evil.example',
    'http://board.example@evil.example:8080',
    'null',
    '',
    'file://',
    'nonsense',
  ])
    expect([origin, isOriginAllowed({ host, origin })]).toEqual([origin, false]);
  expect(isOriginAllowed({ origin: 'http://board.example' })).toBe(false);
});

it('[LV23] with a public URL only that origin counts', () => {
  const publicUrl = 'https://board.example/live';
  const host = '10.0.0.7:8080';
  expect(isOriginAllowed({ host, origin: 'https://board.example' }, publicUrl)).toBe(true);
  expect(isOriginAllowed({ host }, publicUrl)).toBe(true);
  for (const origin of [
    'http://10.0.0.7:8080',
    'http://board.example',
    'https://board.example:8443',
  ])
    expect(isOriginAllowed({ host, origin }, publicUrl)).toBe(false);
});
