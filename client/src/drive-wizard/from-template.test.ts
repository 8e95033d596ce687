import { driveTemplates } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import { fillFromTemplate, guessMapping } from './from-template.ts';
import { emptyForm } from './wizard-form.ts';

const template = driveTemplates.find(({ id }) => id === 'on-time-delivery')!;
const metrics = [
  { id: 'otd', name: 'Delivered on time', unitOfMeasure: '%', direction: 'higher' },
  { id: 'breakage', name: 'Damaged pallets', unitOfMeasure: '', direction: 'lower' },
  { id: 'damaged', name: 'Damaged consignments', unitOfMeasure: '', direction: 'higher' },
] as const;

describe('a drive from a template', () => {
  it('[DW13] placeholders are guessed by like names of the same direction, and never twice', () => {
    expect(guessMapping(template, metrics)).toEqual({
      'on-time': 'otd',
      complete: '',
      damage: 'breakage',
    });
  });

  it('[DW14] takes the template, and leaves out tasks whose metric the board does not have', () => {
    const blank = emptyForm('2026-06-01', '2026-06-30');
    const form = fillFromTemplate(blank, template, { 'on-time': 'otd', complete: '' });
    expect(form.name).toBe(template.body.name);
    expect(form.tasks).toEqual([
      expect.objectContaining({ id: 'on-time', metric: 'otd', improvePercent: '3', baseline: '' }),
    ]);
    expect(form.from).toBe('2026-06-01');
  });
});
