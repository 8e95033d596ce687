import { describe, expect, it } from 'vitest';
import { catalogue } from '../../server/src/errors/catalogue.ts';
import { listSources, readText } from '../source-files.ts';
import { form } from './filled-words.ts';
import { readEnglish } from './language-files.ts';

/** What a page says of itself, and the sentences around. */
const ofThePage = ['unreachable', 'unknown', 'unexpected', 'no-passkey', 'field', 'about', 'told'];

/** The texts of the server, or of the browser, on their way to the screen. */
const raw = /\bproblem\.(?:detail|title)\b|String\((?:error|cause)\)/;
const mayReadThem = /\/say-problem\.ts$|\/post\/sender\.ts$|\.test\.tsx?$/;

describe('[IN6] the catalogue of problems is said by the pages', () => {
  it('[IN6] every kind of the catalogue has words, and nothing else has', () => {
    const { fields: _, faults: __, ...words } = readEnglish().namespaces['problems'] ?? {};
    const said = new Set(Object.keys(words).map((key) => key.replace(form, '')));
    expect([...said].toSorted()).toEqual([...Object.keys(catalogue), ...ofThePage].toSorted());
  });

  it('[IN6] no page shows the text of the server past them', () => {
    const sources = listSources(/^client\/src\/.*\.tsx?$/).filter(
      (path) => !mayReadThem.test(path),
    );
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.filter((path) => raw.test(readText(path)))).toEqual([]);
  });
});
