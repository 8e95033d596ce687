import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MetricInfo } from '../store/board-store.ts';
import button from '../ui/button.module.css';
import type { DeskParts } from './desk-parts.ts';
import { EditMetric } from './edit-metric.tsx';
import { actColumn, type Act } from './act-column.tsx';
import { LifeDialog } from './life-dialog.tsx';
import { lifeColumn } from './life.ts';
import { ListView } from '../list/list-view.tsx';

type Open = { act: 'add' } | { act: Act; metric: MetricInfo };

/** All metrics and the rules they are counted by. */
export function MetricList({ board, vocabulary }: DeskParts) {
  const { t } = useTranslation('desk');
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
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
          <button type="button" className={button.primary} onClick={() => setOpen({ act: 'add' })}>
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
            facet: direction,
          },
          {
            id: 'aggregate',
            label: t('setup:metrics.aggregate'),
            cell: aggregate,
            sortBy: aggregate,
            facet: aggregate,
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
          lifeColumn<MetricInfo>(t, { timeZone, nameOf: (id) => id }),
          actColumn<MetricInfo>(t, { onAct: (act, metric) => setOpen({ act, metric }) }),
        ]}
      />
      {open && (open.act === 'add' || open.act === 'change') && (
        <EditMetric
          board={board}
          metric={open.act === 'add' ? undefined : open.metric}
          taken={new Set(metrics.keys())}
          onClose={close}
        />
      )}
      {open && (open.act === 'retire' || open.act === 'restore') && (
        <LifeDialog board={board} what="metric" row={open.metric} act={open.act} onClose={close} />
      )}
    </>
  );
}
