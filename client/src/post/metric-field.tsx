import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import type { Draft } from './draft.ts';
import { metricsFor } from './post-memory.ts';
import styles from './metric-field.module.css';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  draft: Draft;
  error: string | undefined;
  onChoose: (metric: string) => void;
  /** Chosen by hand: the number is next. */
  onTapped: () => void;
}

/** Big chips, last used first; they keep their places while the page is open. */
export function MetricField({ board, vocabulary, draft, error, onChoose, onTapped }: Props) {
  const { t } = useTranslation('post');
  const metrics = useMemo(
    () => metricsFor(board, vocabulary, draft.unit),
    [board, vocabulary, draft.unit],
  );
  if (vocabulary.metrics.size === 0) return <p className={styles.empty}>{t('metric.empty')}</p>;
  return (
    <fieldset
      className={styles.chips}
      data-wrong={error !== undefined}
      aria-describedby={error === undefined ? undefined : 'metric-error'}
    >
      <legend>{t('metric.label')}</legend>
      <div className={styles.row}>
        {metrics.map((metric) => (
          <label key={metric.id} className={styles.chip}>
            <input
              type="radio"
              name="metric"
              value={metric.id}
              checked={metric.id === draft.metric}
              onChange={() => onChoose(metric.id)}
              // Arrow keys walk the chips, which clicks without a pointer tell; a tap is the choice.
              onClick={(event) => event.detail > 0 && onTapped()}
            />
            <span>{metric.name}</span>
            {metric.unitOfMeasure && <small>{metric.unitOfMeasure}</small>}
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p id="metric-error" className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
