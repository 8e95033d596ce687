import { editedKinds } from '@emulation/shared';
import { expect, it } from 'vitest';
import appearance from '../i18n/en/appearance.json' with { type: 'json' };
import desk from '../i18n/en/desk.json' with { type: 'json' };
import drives from '../i18n/en/drives.json' with { type: 'json' };
import editing from '../i18n/en/editing.json' with { type: 'json' };
import honours from '../i18n/en/honours.json' with { type: 'json' };
import join from '../i18n/en/join.json' with { type: 'json' };
import machines from '../i18n/en/machines.json' with { type: 'json' };
import pulse from '../i18n/en/pulse.json' with { type: 'json' };
import setup from '../i18n/en/setup.json' with { type: 'json' };
import share from '../i18n/en/share.json' with { type: 'json' };
import verification from '../i18n/en/verification.json' with { type: 'json' };
import walls from '../i18n/en/walls.json' with { type: 'json' };
import watch from '../i18n/en/watch.json' with { type: 'json' };
import wizard from '../i18n/en/wizard.json' with { type: 'json' };
import { fieldWords, type ValueKind } from './field-words.ts';
import { readDifference, type Reading } from './readable-difference.ts';

const english: Record<string, object> = {
  appearance,
  desk,
  drives,
  editing,
  honours,
  join,
  machines,
  pulse,
  setup,
  share,
  verification,
  walls,
  watch,
  wizard,
};

/** What stands at a key of the English words: a text, or an object of more of them. */
function find(key: string): unknown {
  const [namespace = '', path = ''] = key.split(':');
  let at: unknown = english[namespace];
  for (const part of path.split('.')) at = (at as Record<string, unknown> | undefined)?.[part];
  return at;
}

const reading: Reading = {
  say: (key) => {
    const found = find(key);
    return typeof found === 'string' ? found : undefined;
  },
  nameOf: (kind, id) => `${kind} ${id.toUpperCase()}`,
  weekday: (day) => `day ${day}`,
  time: (at) => `at ${at}`,
  language: (code) => `in ${code}`,
  list: (words) => words.join(' + '),
};
const read = (
  kind: Parameters<typeof readDifference>[0],
  path: string,
  mine: string[],
  theirs: string[] = [],
) => readDifference(kind, { path: path.split('.'), mine, theirs }, reading);

it('[ED5] every form that stewards share has words for its fields, and all of them are there', () => {
  expect(Object.keys(fieldWords).toSorted()).toEqual([...editedKinds, 'drive'].toSorted());
  const hasWords = (value: ValueKind) => {
    if (typeof value !== 'object') return true;
    const [parent = '', start = ''] = value.words.split(/\.(?=[^.]*$)/);
    // `honours:choice.drive-level`: one choice of the form is two fields of the body.
    const isChoice = Object.keys((find(parent) as object | undefined) ?? {}).some((key) =>
      key.startsWith(`${start}-`),
    );
    return typeof find(value.words) === 'object' || isChoice;
  };
  const missing = Object.entries(fieldWords).flatMap(([kind, fields]) =>
    Object.entries(fields)
      .filter(([, { label, value }]) => typeof find(label) !== 'string' || !hasWords(value))
      .map(([field]) => `${kind} ${field}`),
  );
  expect(missing).toEqual([]);
});

it('[ED5] who is overtaken reads the labels of the form, and names and words for values', () => {
  expect(read('unit', 'sector', ['north'], ['south'])).toEqual({
    id: 'sector',
    label: 'Sector',
    mine: 'sector NORTH',
    theirs: 'sector SOUTH',
  });
  expect(read('metric', 'direction', ['lower'])).toMatchObject({
    label: 'Better is',
    mine: 'lower',
  });
  expect(read('member', 'units', ['a', 'b'])?.mine).toBe('unit A + unit B');
  expect(read('calendar', 'workdays', ['1', '2'])?.mine).toBe('day 1 + day 2');
  expect(read('drive', 'tasks.1.target', ['3'])?.label).toBe('Tasks 2 · Target');
  expect(read('drive', 'tieBreaks', ['countback:output'])?.mine).toContain('places');
  expect(read('title', 'criterion.by', ['gap'])?.mine).toContain('gap');
  expect(read('playlist', 'items.0.show.scene', ['pulse'])?.mine).toBe('Pulse');
  expect(read('mapping', 'names.PRESS 07', ['press-7'])?.label).toContain('PRESS 07');
  const night = { mine: '', theirs: 'playlist NIGHT' };
  expect(read('display', 'playlist', [], ['night'])).toMatchObject(night);
  expect(read('playlist', 'items.0.show.drive', ['spring'])?.mine).toBe('drive SPRING');
  expect(read('playlist', 'items.0.show.experience', ['e1'])?.mine).toBe('experience E1');
});

it('[ED5] a secret is not shown, and what no form writes is not told of', () => {
  expect(read('webhook', 'url', ['https://hooks.example/s3cret'])?.mine).not.toContain('s3cret');
  expect(read('webhook', 'origin', [], ['https://hooks.example'])).toBeUndefined();
  expect(read('unit', 'id', [], ['a'])).toBeUndefined();
});
