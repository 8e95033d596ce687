import type { Aggregate, Direction } from '@emulation/shared';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import form from '../ui/form.module.css';
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

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className={form.field}>
      <span>{label}</span>
      {children}
    </label>
  );
}

function Pick<T extends string>(props: {
  label: string;
  values: readonly T[];
  value: T;
  word: (value: T) => string;
  onChange: (value: T) => void;
}) {
  const { label, values, value, word, onChange } = props;
  return (
    <Labelled label={label}>
      <select
        value={value}
        onChange={(event) => {
          const chosen = values.find((one) => one === event.target.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {values.map((one) => (
          <option key={one} value={one}>
            {word(one)}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

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
        <Labelled label={t('metrics.name')}>
          <input
            required
            maxLength={200}
            value={row.name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        </Labelled>
        <Labelled label={t('metrics.unit')}>
          <input
            maxLength={40}
            value={row.unitOfMeasure}
            onChange={(event) => onChange({ unitOfMeasure: event.target.value })}
          />
        </Labelled>
      </div>
      <div className={styles.metricRules}>
        <Pick
          label={t('metrics.direction')}
          values={directions}
          value={row.direction}
          word={(value) => t(`metrics.${value}`)}
          onChange={(direction) => onChange({ direction })}
        />
        <Pick
          label={t('metrics.aggregate')}
          values={aggregates}
          value={row.aggregate}
          word={(value) => t(`metrics.${value}`)}
          onChange={(aggregate) => onChange({ aggregate })}
        />
        <Pick
          label={t('metrics.decimals')}
          values={decimals.map(String)}
          value={String(row.decimals)}
          word={(value) => value}
          onChange={(value) => onChange({ decimals: Number(value) })}
        />
        <Labelled label={t('metrics.standstill')}>
          <input
            inputMode="numeric"
            pattern="\d{1,4}"
            value={row.standstillDays}
            onChange={(event) => onChange({ standstillDays: event.target.value.trim() })}
          />
        </Labelled>
      </div>
    </>
  );
}
