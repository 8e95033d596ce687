import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField, DateRangeField } from '../ui/date-field.tsx';
import { SearchSelect } from '../ui/search-select.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import styles from './look.module.css';
import { sampleMetrics, sampleUnits } from './samples.ts';

const zone = 'Asia/Seoul';

export function LookFields() {
  const { t } = useTranslation('look');
  const [metric, setMetric] = useState('');
  const [unit, setUnit] = useState('');
  const [day, setDay] = useState('');
  const [moment, setMoment] = useState('2026-11-27T06:00');
  const [span, setSpan] = useState({ from: '', to: '' });
  const [isLoud, setLoud] = useState(false);
  const chosen = [metric, unit, day, moment, span.from, span.to].join(' · ');
  return (
    <section className={styles.part}>
      <h2>{t('fields')}</h2>
      <div className={styles.columns}>
        <Select label={t('metric')} options={sampleMetrics} value={metric} onChange={setMetric} />
        <SearchSelect
          label={t('unit')}
          hint={t('unitHint')}
          options={sampleUnits}
          value={unit}
          onChange={setUnit}
        />
        <DateField label={t('day')} zone={zone} value={day} onChange={setDay} />
        <DateField label={t('moment')} zone={zone} value={moment} onChange={setMoment} withTime />
        <DateRangeField label={t('span')} zone={zone} value={span} onChange={setSpan} />
        <Select
          label={t('fault')}
          options={sampleMetrics}
          value={metric}
          onChange={setMetric}
          fault={t('faultText')}
        />
        <Switch label={t('sound')} hint={t('soundHint')} isOn={isLoud} onChange={setLoud} />
      </div>
      <p data-chosen={chosen}>{t('chosen', { what: chosen })}</p>
    </section>
  );
}
