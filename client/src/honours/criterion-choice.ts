import type { Criterion } from '@emulation/shared';

/** The criteria as one list to choose from. */
export const criterionChoices = [
  'model-unit',
  'records-board',
  'records-sector',
  'lift-given',
  'drive-level',
  'drive-improvement',
  'drive-gap',
  'drive-rhythm',
  'drive-sector',
  'words',
] as const;

export function choiceOf(criterion: Criterion): string {
  if (criterion.kind === 'drive') return `drive-${criterion.by}`;
  return criterion.kind === 'records' ? `records-${criterion.scope}` : criterion.kind;
}

/** The criterion of a choice; `count` is its places, records or adoptions. */
export function criterionOf(choice: string, count: number): Criterion {
  switch (choice) {
    case 'records-board':
    case 'records-sector':
      return {
        kind: 'records',
        scope: choice === 'records-board' ? 'board' : 'sector',
        atLeast: count,
      };
    case 'lift-given':
      return { kind: 'lift-given', adoptions: count };
    case 'drive-level':
      return { kind: 'drive', by: 'level', places: count };
    case 'drive-improvement':
      return { kind: 'drive', by: 'improvement', places: count };
    case 'drive-gap':
      return { kind: 'drive', by: 'gap', places: count };
    case 'drive-rhythm':
      return { kind: 'drive', by: 'rhythm', places: count };
    case 'drive-sector':
      return { kind: 'drive-sector' };
    case 'words':
      return { kind: 'words' };
    default:
      return { kind: 'model-unit', places: count };
  }
}
