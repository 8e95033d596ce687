import type { Aggregate, Direction, Trade } from '@emulation/shared';

export const setupSteps = ['board', 'places', 'metrics', 'hand-out'] as const;
export type SetupStep = (typeof setupSteps)[number];

/** A unit and its sector, as somebody typed them. */
export interface PlaceRow {
  sector: string;
  unit: string;
}

export interface MetricRow {
  /** Only tells rows apart. */
  key: string;
  /** The trade whose template it is, until somebody changes it. */
  from?: Trade | undefined;
  name: string;
  unitOfMeasure: string;
  direction: Direction;
  decimals: number;
  aggregate: Aggregate;
  recordsPer: 'instant' | 'day';
  /** A whole number, or empty: it never stands still. */
  standstillDays: string;
}

/** What a new steward has written so far. */
export interface SetupForm {
  step: SetupStep;
  name: string;
  timeZone: string;
  language: string;
  visibility: 'public' | 'private';
  /** Units as they were typed or pasted; `places` is what they mean. */
  text: string;
  places: PlaceRow[];
  trade?: Trade | undefined;
  metrics: MetricRow[];
  /** The id that the board gets, or has. */
  board?: string | undefined;
  isCreated: boolean;
}

export type ChangeSetup = (changes: Partial<SetupForm>) => void;

export const blankSetup = (language: string): SetupForm => ({
  step: 'board',
  name: '',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  language,
  visibility: 'public',
  text: '',
  places: [],
  metrics: [],
  isCreated: false,
});

const key = 'emulation.setup';

export function keepSetup(form: SetupForm): void {
  try {
    localStorage.setItem(key, JSON.stringify(form));
  } catch {
    return; // full or forbidden: kept for this visit only
  }
}

export function forgetSetup(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    return; // forbidden: nothing was kept
  }
}

/** What was kept, laid over a blank form, so that one of an older page has every field. */
export function keptSetup(blank: SetupForm): SetupForm {
  try {
    const read: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return typeof read === 'object' && read !== null ? { ...blank, ...read } : blank;
  } catch {
    return blank; // forbidden, or written by something else
  }
}
