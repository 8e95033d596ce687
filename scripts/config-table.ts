/** Writes the README's table of variables from the schema that reads them. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describeVariables } from '../server/src/config/config.ts';
import { root } from './node24.js';
import { readText } from './source-files.ts';
import { complaints, type StepOutcome } from './steps/step.ts';

const between = /(<!-- configuration -->\n)[\s\S]*(?=<!-- \/configuration -->)/;

function renderTable(): string {
  const rows = describeVariables().map(
    ({ name, description, default: shown }) => `| \`${name}\` | ${description} | \`${shown}\` |`,
  );
  const head = ['| variable | meaning | default |', '| --- | --- | --- |'];
  return `\n${[...head, ...rows].join('\n')}\n\n`;
}

const withTable = (readme: string) => readme.replace(between, `$1${renderTable()}`);

/** Prettier pads the columns of a table: spaces and dashes do not tell two tables apart. */
const withoutPadding = (text: string) => text.replace(/ {2,}/g, ' ').replace(/-{3,}/g, '---');

export function checkConfigTable(): StepOutcome {
  const readme = readText('README.md');
  const isCurrent = withoutPadding(readme) === withoutPadding(withTable(readme));
  const advice = 'README.md: the configuration table is old; run `npm run docs`';
  return complaints(isCurrent && between.test(readme) ? [] : [advice]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href)
  writeFileSync(join(root, 'README.md'), withTable(readText('README.md')));
