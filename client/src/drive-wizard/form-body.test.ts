import { driveBodySchema } from '@emulation/shared';
import { describe, expect, it } from 'vitest';
import { bodyOf, formOf, pointsOf } from './form-body.ts';
import { emptyForm, emptyTask, type WizardForm } from './wizard-form.ts';

const zone = 'Europe/Paris';

const form: WizardForm = {
  ...emptyForm('2026-03-02', '2026-03-31'),
  name: ' Frühjahr ',
  freezeAt: '2026-03-30T14:00',
  tasks: [
    { ...emptyTask([]), metric: 'output', baseline: '1.234,5', target: '1300', weight: '1,5' },
  ],
  bonuses: { boardRecord: '10', joint: '' },
  lastPlacesHidden: '2',
};

describe('the form of a drive', () => {
  it('[DW4] becomes a body in the notation of the visitor and the zone of the board', () => {
    const body = bodyOf(form, zone, 'de');
    expect(body).toMatchObject({
      name: 'Frühjahr',
      freezeAt: '2026-03-30T12:00:00.000Z',
      tasks: [
        { id: 'task-1', metric: 'output', baseline: '1234.5', target: '1300', weight: '1.5' },
      ],
      bonuses: { boardRecord: '10' },
      lastPlacesHidden: 2,
    });
    expect(Object.keys(body)).not.toContain('reviewOn');
    expect(bodyOf({ ...form, freezeAt: '2026-03-28T14:00' }, zone).freezeAt).toBe(
      '2026-03-28T13:00:00.000Z',
    );
  });

  it('[DW5] a drive shown and saved unchanged is the same drive', () => {
    const placing = { ...form, scoring: 'placing' as const, points: '12,5 10 8' };
    const some = { everyone: false, sectors: ['north'], units: ['drill'], except: ['anvil'] };
    for (const each of [form, placing, { ...form, members: some }]) {
      const body = driveBodySchema.parse(bodyOf(each, zone, 'de'));
      for (const locale of ['de', 'en-GB', 'ko', 'vi'])
        expect(driveBodySchema.parse(bodyOf(formOf(body, zone, locale), zone, locale))).toEqual(
          body,
        );
    }
  });

  it('[DW6] what cannot be read goes to the server as it was typed', () => {
    const wrong = { ...form, graceHours: 'a day', tasks: [{ ...form.tasks[0]!, target: 'much' }] };
    const body = bodyOf(wrong, zone, 'en-GB');
    expect(body.graceHours).toBe('a day');
    expect(body.tasks[0]?.target).toBe('much');
    const read = driveBodySchema.safeParse(body);
    expect(read.error?.issues.map(({ path }) => path.join('.'))).toEqual([
      'graceHours',
      'tasks.0.target',
    ]);
  });

  it('[DW7] points of places are told apart by spaces, semicolons or a comma and a space', () => {
    const english = { decimal: '.', group: ',' };
    expect(pointsOf('12 10 8', english)).toEqual(['12', '10', '8']);
    expect(pointsOf(' 12, 10.5, 8 ', english)).toEqual(['12', '10.5', '8']);
    expect(pointsOf('12;10;8', english)).toEqual(['12', '10', '8']);
    expect(pointsOf('2,5 1,5', { decimal: ',', group: '.' })).toEqual(['2.5', '1.5']);
  });
});
