import { slugSchema } from '@emulation/shared';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IdBook, idOfName } from './name-id.ts';

describe('ids made from names', () => {
  it('[IM12] a name becomes a slug without accents; a slug stays what it is', () => {
    expect(idOfName('Paris–Lyon É', 'unit')).toBe('paris-lyon-e');
    expect(idOfName('Łódź & Straße', 'unit')).toBe('lodz-strasse');
    expect(idOfName('on_time_rate', 'metric')).toBe('on_time_rate');
    expect(idOfName('BELLEGARDE (AIN) - PARIS LYON', 'unit')).toBe('bellegarde-ain-paris-lyon');
  });

  it('[IM12] distinct names never share an id, nor take one that exists', () => {
    const book = new IdBook('unit', ['line-1']);
    expect(['Line 1', 'LINE 1', 'line 1'].map((name) => book.idFor(name))).toEqual([
      'line-1-2',
      'line-1-3',
      'line-1-4',
    ]);
  });

  it('[IM12] a name in letters that no slug can write has an id of its own, whatever came before', () => {
    const id = idOfName('평양 1호', 'unit');
    expect(slugSchema.safeParse(id).success).toBe(true);
    expect(idOfName('평양 1호', 'unit')).toBe(id);
    expect(idOfName('원산 1호', 'unit')).not.toBe(id);
    expect(idOfName('***', 'unit')).toMatch(/^unit-[0-9a-f]{10}$/);
  });

  it('[IM12] any names get distinct, valid ids', () => {
    const names = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 200, unit: 'binary' }));
    fc.assert(
      fc.property(names, (all) => {
        const book = new IdBook('metric', []);
        const ids = all.map((name) => book.idFor(name));
        expect(new Set(ids).size).toBe(all.length);
        expect(ids.filter((id) => !slugSchema.safeParse(id).success)).toEqual([]);
      }),
    );
  });
});
