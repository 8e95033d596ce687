import { describe, expect, it } from 'vitest';
import { readSettings } from './wall-settings.ts';

describe('settings of a wall', () => {
  it('[UI42] the address fixes metric and pace, and nonsense in it changes nothing', () => {
    expect(readSettings('?metric=output&seconds=20')).toEqual({ metric: 'output', stopMs: 20_000 });
    expect(readSettings('')).toEqual({ stopMs: 12_000 });
    expect(readSettings('?seconds=abc&metric=')).toEqual({ stopMs: 12_000 });
    expect(readSettings('?seconds=0.1')).toEqual({ stopMs: 4_000 });
  });
});
