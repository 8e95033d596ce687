import { describe, expect, it } from 'vitest';
import { isWallPath, localeFor, pickLanguage } from './language-choice.ts';

const known = ['en', 'de', 'ko', 'zh-Hant', 'ar-XB'];

describe('[IN1] which language a page speaks', () => {
  it('[IN1] the address, then the device, then the browser, then the board, then English', () => {
    const all = { address: 'ko', device: 'de', browser: ['zh-Hant-TW'], board: 'de' };
    expect(pickLanguage(all, known)).toBe('ko');
    expect(pickLanguage({ ...all, address: undefined }, known)).toBe('de');
    expect(pickLanguage({ browser: ['fr', 'zh-Hant-TW', 'de'], board: 'ko' }, known)).toBe(
      'zh-Hant',
    );
    expect(pickLanguage({ browser: ['fr'], board: 'ko' }, known)).toBe('ko');
    expect(pickLanguage({ browser: ['fr'] }, known)).toBe('en');
  });

  it('[IN1] on a wall the board speaks before the browser', () => {
    expect(pickLanguage({ browser: ['de'], board: 'ko', isWall: true }, known)).toBe('ko');
    expect(pickLanguage({ browser: ['de'], isWall: true }, known)).toBe('de');
  });

  it('[IN1] the page of walls is a steward’s, and speaks like every other', () => {
    expect(['/b/plant/wall', '/b/plant/wall/'].map(isWallPath)).toEqual([true, true]);
    expect(['/b/plant/walls', '/walls', '/b/plant'].some(isWallPath)).toBe(false);
  });

  it('[IN1] a wish without words here is passed over, also nonsense in the address', () => {
    expect(pickLanguage({ address: '__proto__', browser: ['de-AT'] }, known)).toBe('de');
    expect(pickLanguage({ address: '', browser: [] }, known)).toBe('en');
  });
});

it('[IN2] numbers and dates are those of the visitor’s region where the language is the chosen one', () => {
  expect(localeFor('de', ['en-GB', 'de-CH'])).toBe('de-CH');
  expect(localeFor('ko', ['en-GB', 'de-CH'])).toBe('ko');
});
