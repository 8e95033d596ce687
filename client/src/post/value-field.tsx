import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { MetricInfo } from '../store/board-store.ts';
import { formatValue } from '../ui/format.ts';
import { errorLink, Field } from './field.tsx';
import type { TypedValue } from './typed-value.ts';
import styles from './value-field.module.css';

interface Props {
  field: RefObject<HTMLInputElement | null>;
  /** Keys of its own stand below: the phone's stay away. */
  hasPad: boolean;
  metric: MetricInfo | undefined;
  text: string;
  typed: TypedValue;
  error: string | undefined;
  onType: (text: string) => void;
}

/** What was typed says itself, unless its digits changed on the way: grouping, rounding, a sign. */
function readsOtherwise(text: string, rounded: string): boolean {
  return text.trim().replace(',', '.').replace('−', '-') !== rounded && /[.,\s]/.test(text.trim());
}

export function ValueField({ field, hasPad, metric, text, typed, error, onType }: Props) {
  const { t } = useTranslation('post');
  const unit = metric?.unitOfMeasure ?? '';
  const said =
    error ??
    (typed.kind === 'unreadable' || typed.kind === 'too-long'
      ? t(`value.${typed.kind}`)
      : undefined);
  const counts = typed.kind === 'value' && metric && readsOtherwise(text, typed.rounded);
  return (
    <Field
      id="value"
      label={t('value.label')}
      error={said}
      aside={
        counts && (
          <span className={styles.reads}>
            {t('value.readAs', { value: formatValue(typed.rounded, metric) })}
          </span>
        )
      }
    >
      <div className={styles.box}>
        <input
          ref={field}
          id="value"
          className={styles.input}
          inputMode={hasPad ? 'none' : 'decimal'}
          autoComplete="off"
          enterKeyHint="send"
          maxLength={40}
          value={text}
          aria-label={unit ? `${t('value.label')} ${t('value.in', { unit })}` : t('value.label')}
          onChange={(event) => onType(event.target.value)}
          {...errorLink('value', said)}
        />
        <span className={styles.unit} aria-hidden="true">
          {unit}
        </span>
      </div>
    </Field>
  );
}
