import { describe, expect, it } from 'vitest';
import { citedRules, compareProofs, compareRules, statedRules } from './spec-rules.ts';

describe('rules and tests', () => {
  it('[TL4] rules are read from the lists of a page and citations from test titles', () => {
    expect(statedRules('- **LG4** append …\n  - **LG5** no\n- **RL10** yes')).toEqual([
      'LG4',
      'RL10',
    ]);
    // Put together here, so that this file itself cites none of them.
    const title = (quote: string, ...rules: string[]) =>
      `it(${quote}${rules.map((rule) => `[${rule}]`).join(' ')} does`;
    const code = title("'", 'LG4') + title('`', 'RL1', 'RL2');
    expect(citedRules(code)).toEqual(['LG4', 'RL1', 'RL2']);
  });

  it('[TL4] an untested, an invented and a doubled rule are each named with their file', () => {
    const rules = ['AA1', 'AA2', 'AA2'].map((rule) => ({ rule, path: 'a.md' }));
    const citations = new Map([
      ['AA2', 'a.test.ts'],
      ['BB1', 'b.test.ts'],
    ]);
    expect(compareRules(rules, citations)).toEqual([
      'a.md: AA2 is stated twice',
      'a.md: no test proves AA1',
      'b.test.ts: BB1 is in no file of docs/spec',
    ]);
  });

  it('[TL10] a line of the threat model without a rule, or with one that is not there, is named', () => {
    const page = [
      '| who, and what for | what | proved by |',
      '| --- | --- | --- |',
      '| a thief | a lock | AA1, BB2 |',
      '| a guest | nothing RFC 8628 says | |',
      'Not a line of the table: CC3.',
    ].join('\n');
    expect(compareProofs(page, new Set(['AA1']))).toEqual([
      'there is no rule BB2',
      'nothing proves: a guest',
    ]);
    expect(compareProofs(page.replace('| |', '| AA1 |'), new Set(['AA1', 'BB2']))).toEqual([]);
  });
});
