import type { RankingRow, RecordRow, UnitRow } from '@emulation/shared';
import { useMemo } from 'react';
import { useTopic, type Vocabulary } from '../store/board-store.ts';
import type { Draft } from './draft.ts';
import { forecast, type Forecast } from './forecast.ts';
import type { TypedValue } from './typed-value.ts';

function ownRows(rows: Iterable<UnitRow>, metric: string) {
  let best: RecordRow | undefined;
  let own: RankingRow | undefined;
  for (const row of rows) {
    if (row.kind === 'best' && row.metric === metric) best = row;
    if (row.kind === 'place' && row.metric === metric) own = row;
  }
  return { best, own };
}

/** What the typed value would do, from the live topics; null until there is something to say. */
export function useForecast(
  board: string,
  vocabulary: Vocabulary,
  draft: Draft,
  typed: TypedValue,
): Forecast | null {
  const unitTopic = useTopic<UnitRow>(board, draft.unit ? `unit:${draft.unit}` : '');
  const recordTopic = useTopic<RecordRow>(board, 'records');
  const rankingTopic = useTopic<RankingRow>(board, draft.metric ? `ranking:${draft.metric}` : '');
  const metric = vocabulary.metrics.get(draft.metric);
  const unit = vocabulary.units.get(draft.unit);
  const known = [unitTopic, recordTopic, rankingTopic].every((topic) => topic.status === 'ready');
  const value = typed.kind === 'value' ? typed.value : null;
  const parties = draft.partners.length + 1;
  return useMemo(() => {
    if (!known || !metric || !unit || value === null) return null;
    const { best, own } = ownRows(unitTopic.rows.values(), metric.id);
    const ranking = rankingTopic.rows.values();
    const records = recordTopic.rows.values();
    return forecast({
      metric,
      unit: unit.id,
      sector: unit.sector,
      value,
      parties,
      best,
      own,
      records,
      ranking,
    });
  }, [known, metric, unit, value, parties, unitTopic.rows, recordTopic.rows, rankingTopic.rows]);
}
