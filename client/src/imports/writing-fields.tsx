import { useTranslation } from 'react-i18next';
import type { FileShape } from '../api/imports.ts';
import { Select } from '../ui/select.tsx';
import type { FileHead } from './file-head.ts';
import styles from './imports.module.css';

interface Props {
  head: FileHead;
  shape: FileShape;
  onChange: (shape: FileShape) => void;
}

const separators = [
  { value: ',', word: 'comma' },
  { value: ';', word: 'semicolon' },
  { value: '\t', word: 'tab' },
] as const;
const decimals = [
  { value: '.', word: 'point' },
  { value: ',', word: 'comma' },
] as const;
const dates = ['iso', 'dmy', 'mdy'] as const satisfies readonly FileShape['dates'][];

/** How the file writes columns, numbers and days; a workbook has but its texts to be read. */
export function WritingFields({ head, shape, onChange }: Props) {
  const { t } = useTranslation('imports');
  return (
    <div className={styles.writing}>
      {!head.isWorkbook && (
        <Select
          label={t('writing.separator')}
          options={separators.map(({ value, word }) => ({ value, label: t(`writing.${word}`) }))}
          value={shape.separator}
          onChange={(separator) => onChange({ ...shape, separator })}
        />
      )}
      <Select
        label={t('writing.decimal')}
        options={decimals.map(({ value, word }) => ({ value, label: t(`writing.number.${word}`) }))}
        value={shape.decimal}
        onChange={(decimal) => onChange({ ...shape, decimal })}
      />
      <Select
        label={t('writing.dates')}
        options={dates.map((value) => ({ value, label: t(`writing.date.${value}`) }))}
        value={shape.dates}
        onChange={(chosen) => onChange({ ...shape, dates: chosen })}
      />
    </div>
  );
}
