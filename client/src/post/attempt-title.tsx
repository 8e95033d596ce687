import type { Vocabulary } from '../store/board-store.ts';
import { formatNumber } from '../ui/format.ts';
import { readTyped } from './typed-value.ts';
import type { Attempt } from './attempt.ts';
import styles from './panel.module.css';

/** The value of an attempt as it counts, in the metric's decimals. */
export function valueOf({ body }: Attempt, vocabulary: Vocabulary): string {
  const metric = vocabulary.metrics.get(body.metric);
  if (!metric) return body.value;
  const read = readTyped(body.value, metric.decimals, { decimal: '.', group: '' });
  return formatNumber(read.kind === 'value' ? read.rounded : body.value, metric);
}

/** What is being posted: the number first, then for whom and in what. */
export function AttemptTitle({
  attempt,
  vocabulary,
}: {
  attempt: Attempt;
  vocabulary: Vocabulary;
}) {
  const { body } = attempt;
  const metric = vocabulary.metrics.get(body.metric);
  const units = [body.unit, ...(body.partners ?? []).map((partner) => partner.unit)];
  const names = units.map((unit) => vocabulary.units.get(unit)?.name ?? unit);
  return (
    <p className={styles.what}>
      <b>
        {valueOf(attempt, vocabulary)}
        <small>{metric?.unitOfMeasure}</small>
      </b>
      <span>
        {metric?.name ?? body.metric} · {names.join(' + ')}
      </span>
    </p>
  );
}
