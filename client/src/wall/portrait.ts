import type { HonourRow, PulseUnitRow, RecordRow, UnitRow } from '@emulation/shared';

type Place = Extract<UnitRow, { kind: 'place' }>;

export interface Portrait {
  /** Best places first. */
  places: Place[];
  /** Standing records of the board and of sectors that it holds, alone or with others. */
  records: number;
  honours: number;
  /** Workdays to the standard without a break. */
  streak: number;
  /** Of the metric in which it has the most results here: oldest first. */
  results: { metric: string; values: string[] } | undefined;
}

const shownResults = 16;

function resultsOf(rows: readonly UnitRow[]): Portrait['results'] {
  const byMetric = new Map<string, { at: string; value: string }[]>();
  for (const row of rows) {
    if (row.kind !== 'result' || row.state === 'annulled') continue;
    const list = byMetric.get(row.metric) ?? [];
    byMetric.set(row.metric, list);
    list.push({ at: row.achievedAt, value: row.value });
  }
  let most: [string, { at: string; value: string }[]] | undefined;
  for (const entry of byMetric) if (!most || entry[1].length > most[1].length) most = entry;
  if (!most) return undefined;
  const sorted = most[1].sort((a, b) => a.at.localeCompare(b.at));
  return { metric: most[0], values: sorted.slice(-shownResults).map(({ value }) => value) };
}

/** What a portrait tells of a unit, from its own topic, the records and the pulse. */
export function portraitOf(
  unit: string,
  rows: Iterable<UnitRow>,
  records: Iterable<RecordRow>,
  pulse: PulseUnitRow | undefined,
): Portrait {
  const all = [...rows];
  const places = all.filter((row): row is Place => row.kind === 'place');
  const honours = all.filter((row): row is HonourRow => row.kind === 'honour' && !row.withdrawn);
  const held = new Set(
    [...records].filter(({ holders }) => holders.includes(unit)).map(({ result }) => result),
  );
  return {
    places: places.sort(
      (a, b) => a.place - b.place || b.of - a.of || (a.metric < b.metric ? -1 : 1),
    ),
    records: held.size,
    honours: honours.length,
    streak: pulse?.streak?.workdays ?? 0,
    results: resultsOf(all),
  };
}

/** Units worth a portrait: the holders of the newest records, each once. */
export function portraitCandidates(records: readonly RecordRow[]): string[] {
  return [...new Set(records.flatMap(({ holders }) => holders))].slice(0, 24);
}
