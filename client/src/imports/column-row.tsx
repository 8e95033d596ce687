import { useTranslation } from 'react-i18next';
import type { ColumnSource, FileShape, ImportColumn } from '../api/imports.ts';
import type { Vocabulary } from '../store/board-store.ts';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import type { FileHead } from './file-head.ts';
import styles from './imports.module.css';
import { isLeftToBoard, missingColumns } from './shape-guess.ts';

interface Props {
  column: ImportColumn;
  head: FileHead;
  shape: FileShape;
  vocabulary: Vocabulary;
  onChange: (shape: FileShape) => void;
}

const always = 'always';
const nowhere = 'nowhere';
const keyOf = (source: ColumnSource | undefined) =>
  source === undefined ? nowhere : typeof source === 'string' ? `head:${source}` : always;

function knownNames({ vocabulary, column }: Pick<Props, 'vocabulary' | 'column'>): string[] {
  const { sectors, units, metrics } = vocabulary;
  const of = { sector: sectors, unit: units, metric: metrics }[column as 'sector'];
  return of ? [...of.values()].map(({ name }) => name) : [];
}

function Always({ column, shape, vocabulary, onChange }: Omit<Props, 'head'>) {
  const { t } = useTranslation('imports');
  const source = shape.columns[column];
  const value = typeof source === 'object' ? source.always : '';
  const write = (text: string) => {
    onChange({ ...shape, columns: { ...shape.columns, [column]: { always: text } } });
  };
  if (column === 'direction')
    return (
      <Select
        label={t('mapping.onEveryLine')}
        options={(['higher', 'lower'] as const).map((one) => ({
          value: one,
          label: t(`setup:metrics.${one}`),
        }))}
        value={value === 'lower' || value === 'higher' ? value : undefined}
        onChange={write}
      />
    );
  const names = knownNames({ vocabulary, column });
  return (
    <>
      <TextField
        label={t('mapping.onEveryLine')}
        maxLength={200}
        value={value}
        onChange={write}
        list={`import-known-${column}`}
      />
      <datalist id={`import-known-${column}`}>
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  );
}

/** Where one of our columns comes from, and what its first lines say. */
export function ColumnRow(props: Props) {
  const { column, head, shape, vocabulary, onChange } = props;
  const { t } = useTranslation('imports');
  const source = shape.columns[column];
  const isLeft = isLeftToBoard(column, vocabulary);
  const key = keyOf(source);
  const at = typeof source === 'string' ? head.header.indexOf(source) : -1;
  const sample = at < 0 ? [] : head.sample.slice(0, 3).map((row) => row[at] ?? '');
  const heads = [...new Set(head.header)].filter((name) => name !== '');
  const choose = (chosen: string) => {
    const { [column]: _, ...others } = shape.columns;
    const next =
      chosen === nowhere ? {} : { [column]: chosen === always ? { always: '' } : chosen.slice(5) };
    onChange({ ...shape, columns: { ...others, ...next } });
  };
  return (
    <li className={styles.column} data-missing={missingColumns(shape, vocabulary).includes(column)}>
      <Select
        label={t(`column.${column}`)}
        hint={t(`about.${column}`)}
        options={[
          ...heads.map((name) => ({ value: `head:${name}`, label: name })),
          { value: always, label: t('mapping.always') },
          { value: nowhere, label: t(isLeft ? 'mapping.asBoard' : 'mapping.nowhere') },
        ]}
        value={key}
        onChange={choose}
      />
      {key === always && <Always {...props} />}
      {sample.length > 0 && (
        <p className={styles.sample}>
          <span>{t('mapping.sample')}</span>{' '}
          {sample.map((text, line) => (
            // The lines of a sample have no other name than their place.
            // oxlint-disable-next-line react/no-array-index-key
            <code key={line}>{text === '' ? '–' : text}</code>
          ))}
        </p>
      )}
    </li>
  );
}
