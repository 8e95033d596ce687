import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const client = join(import.meta.dirname, '../client/src');

/** Calls that write without a condition, each with the reason why no second steward can lose a text. */
const withoutSecond: ReadonlyMap<string, string> = new Map([
  ['sayMessage', 'a message is written once, under an id of its own'],
  ['pledge', 'a unit’s own word'],
  ['putExperience', 'written by the unit itself, in versions that are kept'],
  ['offer', 'one press, no text'],
  ['awardHonour', 'given once, under an id of its own'],
  ['retire', 'one press, no text'],
  ['renameAccount', 'of the own account'],
  ['setPassword', 'of the own account'],
]);

interface Call {
  name: string;
  text: string;
}

function callsOf(file: string): Call[] {
  const text = readFileSync(join(client, 'api', file), 'utf8');
  const parts = text.split(/^(?=(?:export )?(?:const|function|async function) )/m);
  return parts.flatMap((part) => {
    const name = /^(?:export )?(?:const|(?:async )?function) (\w+)/.exec(part)?.[1];
    return name !== undefined && /method: 'PUT'/.test(part) ? [{ name, text: part }] : [];
  });
}

const calls = readdirSync(join(client, 'api'))
  .filter((file) => file.endsWith('.ts'))
  .flatMap(callsOf);
const conditional = calls.filter(({ text }) => /headers/.test(text));

const sources = readdirSync(client, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/^api\/|\.test\./.test(file))
  .map((file) => ({ file, text: readFileSync(join(client, file), 'utf8') }));

it('[ED4] every call that writes names the version it replaces, or says why there is no second', () => {
  expect(calls.length).toBeGreaterThan(12);
  const others = calls.filter((call) => !conditional.includes(call)).map(({ name }) => name);
  expect(others.filter((name) => !withoutSecond.has(name))).toEqual([]);
});

it('[ED4] every form that saves so goes the one way that tells the second and shows both', () => {
  const guarded = /useGuardedSave|GuardedDialog|unconditional|changed-meanwhile/;
  const loose = sources.filter(
    ({ text }) =>
      conditional.some(({ name }) => new RegExp(`\\b${name}\\(`).test(text)) && !guarded.test(text),
  );
  expect(loose.map(({ file }) => file)).toEqual([]);
});
