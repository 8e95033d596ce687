import type { MetricBody } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { putVocabulary } from '../api/vocabulary.ts';
import { metricBody } from '../setup/create-board.ts';
import { MetricFields } from '../setup/metric-card.tsx';
import { freeId } from '../setup/name-ids.ts';
import type { MetricRow } from '../setup/setup-form.ts';
import type { MetricInfo } from '../store/board-store.ts';
import { GuardedDialog } from '../editing/guarded-dialog.tsx';

interface Props {
  board: string;
  metric: MetricInfo | undefined;
  taken: ReadonlySet<string>;
  onClose: () => void;
}

const blank: MetricRow = {
  key: '',
  name: '',
  unitOfMeasure: '',
  direction: 'higher',
  decimals: 0,
  aggregate: 'sum',
  recordsPer: 'day',
  standstillDays: '',
};

type Read = Omit<MetricBody, 'standstillDays'> & { standstillDays?: number | undefined };

const rowOf = (metric: Read): MetricRow => ({
  key: '',
  name: metric.name,
  unitOfMeasure: metric.unitOfMeasure,
  direction: metric.direction,
  decimals: metric.decimals,
  aggregate: metric.aggregate,
  recordsPer: metric.recordsPer,
  standstillDays: String(metric.standstillDays ?? ''),
});

/** A metric's rules; the margin of a breakthrough and its sectors stay as they are. */
export function EditMetric({ board, metric, taken, onClose }: Props) {
  const { t } = useTranslation('desk');
  const [row, setRow] = useState<MetricRow>(metric ? rowOf(metric) : blank);
  const id = metric?.id ?? freeId(row.name, 'metric', taken);
  const kept = {
    ...(metric?.breakthroughMargin === undefined
      ? {}
      : { breakthroughMargin: metric.breakthroughMargin }),
    ...(metric?.sectors === undefined ? {} : { sectors: metric.sectors }),
  };
  return (
    <GuardedDialog<MetricBody>
      title={metric ? t('edit.metric') : t('setup:metrics.add')}
      confirm={t('save')}
      place={{ board, kind: 'metric', id }}
      body={() => ({ ...metricBody({ ...row, name: row.name.trim() }), ...kept })}
      write={(body, headers) => putVocabulary({ board, kind: 'metrics', id }, body, headers)}
      onTake={(theirs) => setRow(rowOf(theirs))}
      onClose={onClose}
      isReady={row.name.trim() !== ''}
    >
      <MetricFields row={row} onChange={(changes) => setRow({ ...row, ...changes })} />
      <p>{t('edit.fixedHint')}</p>
    </GuardedDialog>
  );
}
