import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MetricInfo } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import type { DeskParts } from './desk-parts.ts';
import { EditMetric } from './edit-metric.tsx';
import { changeColumn } from './change-column.tsx';
import { ListView } from '../list/list-view.tsx';

/** All metrics and the rules they are counted by. */
export function MetricList({ board, vocabulary }: DeskParts) {
  const { t } = useTranslation('desk');
  const [edited, setEdited] = useState<MetricInfo | 'new'>();
  const { metrics } = vocabulary;
  const direction = (row: MetricInfo) => t(`setup:metrics.${row.direction}`);
  const aggregate = (row: MetricInfo) => t(`setup:metrics.${row.aggregate}`);
  return (
    <>
      <ListView
        board={board}
        label={t('place.metrics.name')}
        path="/metrics"
        rows={[...metrics.values()]}
        rowId={({ id }) => id}
        text={({ id, name, unitOfMeasure }) => `${id} ${name} ${unitOfMeasure}`}
        empty={t('none.metrics')}
        actions={
          <button type="button" className={button.primary} onClick={() => setEdited('new')}>
            {t('setup:metrics.add')}
          </button>
        }
        columns={[
          {
            id: 'name',
            label: t('column.name'),
            cell: ({ id, name }) => <Link href={`/b/${board}/m/${id}`}>{name}</Link>,
            sortBy: ({ name }) => name,
          },
          {
            id: 'unit',
            label: t('setup:metrics.unit'),
            cell: ({ unitOfMeasure }) => unitOfMeasure,
            sortBy: ({ unitOfMeasure }) => unitOfMeasure,
          },
          {
            id: 'direction',
            label: t('setup:metrics.direction'),
            cell: direction,
            sortBy: direction,
          },
          {
            id: 'aggregate',
            label: t('setup:metrics.aggregate'),
            cell: aggregate,
            sortBy: aggregate,
          },
          {
            id: 'decimals',
            label: t('setup:metrics.decimals'),
            isNumber: true,
            cell: ({ decimals }) => decimals,
            sortBy: ({ decimals }) => decimals,
          },
          {
            id: 'standstill',
            label: t('setup:metrics.standstill'),
            isNumber: true,
            cell: ({ standstillDays }) => standstillDays ?? '–',
            sortBy: ({ standstillDays }) => standstillDays ?? Infinity,
          },
          changeColumn<MetricInfo>(t, setEdited),
        ]}
      />
      {edited && (
        <EditMetric
          board={board}
          metric={edited === 'new' ? undefined : edited}
          taken={new Set(metrics.keys())}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  );
}
