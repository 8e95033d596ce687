import { useTranslation } from 'react-i18next';
import type { ResultAnswer } from '../api/client.ts';
import { formatMargin } from '../marks/margin-text.ts';
import { marginBetween } from '../marks/margin.ts';
import type { MetricInfo } from '../store/board-store.ts';
import { formatNumber } from '../ui/format.ts';
import styles from './panel.module.css';

const order = ['board', 'sector', 'unit'] as const;

/** The records the result took or equalled, the widest first. */
export function AnswerMarks({
  answer,
  value,
  metric,
}: {
  answer: ResultAnswer;
  value: string;
  metric: MetricInfo;
}) {
  const { t } = useTranslation('post');
  const marks = order.flatMap((scope) =>
    answer.records.filter((one) => one.scope === scope).slice(0, 1),
  );
  if (marks.length === 0) return null;
  const isBreakthrough = marks.some((mark) => mark.breakthrough);
  return (
    <ul className={styles.marks}>
      {isBreakthrough && <li className={styles.breakthrough}>{t('answer.breakthrough')}</li>}
      {marks.map(({ scope, kind, previous }) => {
        const margin = previous && marginBetween(metric, value, previous.value);
        const told = previous
          ? {
              by: margin ? formatMargin(margin.by, metric) : '',
              previous: formatNumber(previous.value, metric),
            }
          : undefined;
        return (
          <li key={scope} data-scope={scope} data-kind={kind}>
            <b>{t(`answer.${scope}.${kind}`)}</b>
            {kind === 'broken' && <span>{told ? t('answer.beat', told) : t('answer.first')}</span>}
          </li>
        );
      })}
    </ul>
  );
}
