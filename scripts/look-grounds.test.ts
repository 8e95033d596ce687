import { grounds } from '@emulation/shared';
import { expect, it } from 'vitest';
import { readText } from './source-files.ts';

it('[BL4] the grounds that colours are judged on are those of the themes', () => {
  const css = readText('client/src/ui/themes.css');
  const told = ['ground', 'raised', 'sunken'].map((name) =>
    new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(css),
  );
  expect(told.map((each) => each?.[1])).toEqual(grounds.light);
  expect(told.map((each) => each?.[2])).toEqual(grounds.dark);
});
