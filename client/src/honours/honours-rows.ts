import type { Candidate, HonoursRow, Honour, ModelUnitRow, Title } from '@emulation/shared';

export interface SortedHonours {
  titles: Title[];
  /** By title; the first place first. */
  candidates: ReadonlyMap<string, Candidate[]>;
  /** Newest first. */
  honours: Honour[];
  models: ModelUnitRow[];
}

/** The rows of the topic by what they are, in the order they are shown. */
export function sortHonours(rows: Iterable<HonoursRow>): SortedHonours {
  const titles: Title[] = [];
  const candidates = new Map<string, Candidate[]>();
  const honours: Honour[] = [];
  const models: ModelUnitRow[] = [];
  for (const row of rows) {
    if (row.kind === 'title') titles.push(row);
    else if (row.kind === 'honour') honours.push(row);
    else if (row.kind === 'model') models.push(row);
    else candidates.set(row.title, [...(candidates.get(row.title) ?? []), row]);
  }
  for (const each of candidates.values()) each.sort((a, b) => a.place - b.place);
  honours.sort((a, b) => b.seq - a.seq);
  models.sort((a, b) => a.place - b.place || (a.unit < b.unit ? -1 : 1));
  return { titles, candidates, honours, models };
}
