import type { Aggregate, Direction } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { MetricRow } from './setup-form.ts';
import styles from './setup.module.css';

interface Props {
  row: MetricRow;
  onChange: (changes: Partial<MetricRow>) => void;
  onRemove: () => void;
}

const directions = ['higher', 'lower'] as const satisfies readonly Direction[];
const aggregates = ['sum', 'mean', 'best', 'latest'] as const satisfies readonly Aggregate[];
const decimals = [0, 1, 2, 3] as const;

/** One metric, to be changed where it stands. */
export function MetricCard({ row, onChange, onRemove }: Props) {
  const { t } = useTranslation('setup');
  return (
    <li className={styles.metric} data-item>
      <MetricFields row={row} onChange={onChange} />
      <button
        type="button"
        className={button.button}
        aria-label={t('metrics.removeOf', { name: row.name })}
        data-remove
        onClick={onRemove}
      >
        {t('metrics.remove')}
      </button>
    </li>
  );
}

/** The fields of a metric. */
export function MetricFields({ row, onChange }: Omit<Props, 'onRemove'>) {
  const { t } = useTranslation('setup');
  return (
    <>
      <div className={styles.metricNames}>
        <TextField
          label={t('metrics.name')}
          required
          maxLength={200}
          value={row.name}
          onChange={(name) => onChange({ name })}
        />
        <TextField
          label={t('metrics.unit')}
          maxLength={40}
          value={row.unitOfMeasure}
          onChange={(unitOfMeasure) => onChange({ unitOfMeasure })}
        />
      </div>
      <div className={styles.metricRules}>
        <Select
          label={t('metrics.direction')}
          options={directions.map((value) => ({ value, label: t(`metrics.${value}`) }))}
          value={row.direction}
          onChange={(direction) => onChange({ direction })}
        />
        <Select
          label={t('metrics.aggregate')}
          options={aggregates.map((value) => ({ value, label: t(`metrics.${value}`) }))}
          value={row.aggregate}
          onChange={(aggregate) => onChange({ aggregate })}
        />
        <Select
          label={t('metrics.decimals')}
          options={decimals.map((value) => ({ value: `${value}`, label: `${value}` }))}
          value={`${row.decimals}`}
          onChange={(value) => onChange({ decimals: Number(value) })}
        />
      </div>
      <TextField
        label={t('metrics.standstill')}
        hint={t('metrics.standstillHint')}
        inputMode="numeric"
        pattern="[1-9]\d{0,3}"
        value={row.standstillDays}
        onChange={(typed) => onChange({ standstillDays: typed.trim() })}
      />
    </>
  );
}
