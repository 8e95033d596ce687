/** Every rule of docs/spec is proved by a test title that begins with it, and no title invents one. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './node24.js';
import { listSources, readText } from './source-files.ts';
import { complaints, type StepOutcome } from './steps/step.ts';

const specFolder = 'docs/spec';
/** Says which rules prove what stands against whom. */
const threatModel = 'docs/security.md';
const stated = /^- \*\*([A-Z]{2}\d+)\*\*/gm;
/** The start of a string: `'[LG4] append …'`, also `'[LG4] [LG5] …'`. */
const cited = /['"`]((?:\[[A-Z]{2}\d+\]\s?)+)/g;

export function statedRules(text: string): string[] {
  return [...text.matchAll(stated)].map(([, rule = '']) => rule);
}

export function citedRules(text: string): string[] {
  return [...text.matchAll(cited)].flatMap(([, titles = '']) => titles.match(/[A-Z]{2}\d+/g) ?? []);
}

/** What is wrong between the rules as stated (file by rule) and as cited (file by rule). */
export function compareRules(
  rules: readonly { rule: string; path: string }[],
  citations: ReadonlyMap<string, string>,
): string[] {
  const known = new Map<string, string>();
  const twice: string[] = [];
  for (const { rule, path } of rules) {
    if (known.has(rule)) twice.push(`${path}: ${rule} is stated twice`);
    known.set(rule, path);
  }
  const untested = [...known]
    .filter(([rule]) => !citations.has(rule))
    .map(([rule, path]) => `${path}: no test proves ${rule}`);
  const invented = [...citations]
    .filter(([rule]) => !known.has(rule))
    .map(([rule, path]) => `${path}: ${rule} is in no file of ${specFolder}`);
  return [...twice, ...untested, ...invented];
}

/**
 * What is wrong in a page whose tables name in their last column the rules that prove each line:
 * lines without a rule, and rules that there are not.
 */
export function compareProofs(page: string, known: ReadonlySet<string>): string[] {
  const lines = page.split('\n').filter((line) => /^\|(?! (?:-|who,))/.test(line));
  return lines.flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const named = cells.at(-2)?.match(/\b[A-Z]{2}\d+\b/g) ?? [];
    if (named.length === 0) return [`nothing proves: ${cells[1]}`];
    return named.filter((rule) => !known.has(rule)).map((rule) => `there is no rule ${rule}`);
  });
}

export function checkSpecRules(): StepOutcome {
  const rules = readdirSync(join(root, specFolder)).flatMap((name) => {
    const path = `${specFolder}/${name}`;
    return statedRules(readText(path)).map((rule) => ({ rule, path }));
  });
  const tests = listSources(/\.test\.tsx?$|\/testing\/.*\.ts$/);
  const citations = new Map<string, string>();
  for (const path of tests)
    for (const rule of citedRules(readText(path))) citations.set(rule, path);
  const known = new Set(rules.map(({ rule }) => rule));
  const proofs = compareProofs(readText(threatModel), known);
  const wrong = proofs.map((complaint) => `${threatModel}: ${complaint}`);
  const found = [...compareRules(rules, citations), ...wrong];
  return complaints(found, `${rules.length} rules, all proved`);
}
