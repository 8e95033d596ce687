import { driveStates } from '@emulation/shared';
import { expect, it } from 'vitest';
import scenes from '../i18n/en/scenes.json' with { type: 'json' };

it('[SC13] a wall has a word for every state in which it can show a drive', () => {
  const shown = driveStates.filter((state) => state !== 'draft');
  expect(Object.keys(scenes.drive.state).toSorted()).toEqual(shown.toSorted());
});
