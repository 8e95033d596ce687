/**
 * Styles say start and end, not left and right: in a language that runs from right to left the page
 * turns round by itself.
 */
import { listSources, readText } from './source-files.ts';
import { complaints, type StepOutcome } from './steps/step.ts';

const inSheets = [
  /^\s*(?:left|right)\s*:/,
  /\b(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b/,
  /\bborder-(?:top|bottom)-(?:left|right)-radius\b/,
  /\b(?:text-align|float|clear|justify-content)\s*:\s*(?:left|right)\b/,
];
const inCode = [
  /\b(?:margin|padding|border)(?:Left|Right)\s*:/,
  /\btextAlign\s*:\s*['"](?:left|right)['"]/,
];

/** The lines that name a side of the screen, with their numbers. */
export function physicalLines(text: string, kind: 'sheet' | 'code'): string[] {
  const patterns = kind === 'sheet' ? inSheets : inCode;
  return text
    .split('\n')
    .flatMap((line, at) =>
      patterns.some((pattern) => pattern.test(line)) ? [`${at + 1}: ${line.trim()}`] : [],
    );
}

export function checkPhysicalStyle(): StepOutcome {
  const sheets = listSources(/^client\/src\/.*\.css$/);
  const code = listSources(/^client\/src\/.*\.tsx$/);
  const faults = [
    ...sheets.map((path) => ({ path, kind: 'sheet' as const })),
    ...code.map((path) => ({ path, kind: 'code' as const })),
  ].flatMap(({ path, kind }) =>
    physicalLines(readText(path), kind).map((line) => `${path}:${line}; say start or end`),
  );
  return complaints(faults, `${sheets.length} style sheets`);
}
