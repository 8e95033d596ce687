import type { PulseRow, StandstillRow } from '@emulation/shared';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useTopic } from '../store/board-store.ts';
import { formatDate, formatValue } from '../ui/format.ts';
import type { DeskParts } from './desk-parts.ts';
import { ListView } from '../list/list-view.tsx';

/** Units that became no better for longer than their metric allows, the longest first. */
export function StandstillList({ board, vocabulary }: DeskParts) {
  const { t } = useTranslation('desk');
  const { rows } = useTopic<PulseRow>(board, 'pulse');
  const still = useMemo(
    () =>
      [...rows.values()]
        .flatMap((row) => (row.kind === 'standstill' ? [row] : []))
        .sort((a, b) => b.days - a.days),
    [rows],
  );
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const unitOf = ({ unit }: StandstillRow) => vocabulary.units.get(unit)?.name ?? unit;
  const metricOf = ({ metric }: StandstillRow) => vocabulary.metrics.get(metric)?.name ?? metric;
  const score = (row: StandstillRow) => {
    const metric = vocabulary.metrics.get(row.metric);
    return metric ? formatValue(row.score, metric) : row.score;
  };
  return (
    <ListView
      board={board}
      label={t('place.standstill.name')}
      path="/pulse/standstill"
      rows={still}
      rowId={({ metric, unit }) => `${metric}|${unit}`}
      text={(row) => `${unitOf(row)} ${metricOf(row)}`}
      empty={t('none.standstill')}
      columns={[
        {
          id: 'unit',
          label: t('column.unit'),
          cell: (row) => (
            <Link href={`/b/${board}/u/${row.unit}?metric=${row.metric}`}>{unitOf(row)}</Link>
          ),
          sortBy: unitOf,
        },
        {
          id: 'metric',
          label: t('column.metric'),
          cell: metricOf,
          sortBy: metricOf,
          facet: metricOf,
        },
        {
          id: 'days',
          label: t('column.days'),
          isNumber: true,
          cell: ({ days }) => days,
          sortBy: ({ days }) => days,
        },
        {
          id: 'allowed',
          label: t('column.allowed'),
          isNumber: true,
          cell: ({ allowed }) => allowed,
          sortBy: ({ allowed }) => allowed,
        },
        {
          id: 'since',
          label: t('column.since'),
          cell: ({ since }) => formatDate(since, timeZone),
          sortBy: ({ since }) => since,
        },
        { id: 'score', label: t('column.score'), isNumber: true, cell: score },
      ]}
    />
  );
}
