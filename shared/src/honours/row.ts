import type { Honour, Title } from './book.ts';

/** What a unit's place in the model-unit ranking is made of, and where it came from. */
export interface ModelTerm {
  kind:
    | 'board-record'
    | 'sector-record'
    | 'unit-record'
    | 'helped'
    | 'experience-adopted'
    | 'learned';
  count: number;
  /** Decimal string with two decimals. */
  points: string;
  results: string[];
  experiences: string[];
}

export interface ModelUnitRow {
  place: number;
  unit: string;
  /** Decimal string with two decimals. */
  score: string;
  terms: ModelTerm[];
}

/** Who would win a title: now (`standing: 'would-be'`), or for good (`'proposed'`). */
export interface Candidate {
  title: string;
  unit: string;
  place: number;
  standing: 'would-be' | 'proposed';
  /** The drive it is won in; absent where the title looks at a period. */
  drive?: string;
  /** The figure that decides, as people read it, and what it is. */
  figure: { kind: 'score' | 'rhythm' | 'lift' | 'records' | 'points'; value: string };
}

export type HonourRow = Honour & { kind: 'honour' };

/** Topic `honours`: `title:<id>`, `honour:<id>`, `candidate:<title>:<drive>:<unit>`, `model:<unit>`. */
export type HonoursRow =
  | HonourRow
  | ({ kind: 'title' } & Title)
  | ({ kind: 'candidate' } & Candidate)
  | ({ kind: 'model' } & ModelUnitRow);
