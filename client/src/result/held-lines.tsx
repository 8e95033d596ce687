import type { HeldLine, ResultRow } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Vocabulary } from '../store/board-store.ts';
import { formatDate, formatNumber, formatValue } from '../ui/format.ts';
import { marginBetween } from '../marks/margin.ts';
import styles from './result.module.css';

interface Props {
  board: string;
  result: ResultRow;
  lines: readonly HeldLine[];
  vocabulary: Vocabulary;
}

function useLineName(vocabulary: Vocabulary) {
  const { t } = useTranslation('result');
  return ({ scope, key }: Pick<HeldLine, 'scope' | 'key'>) => {
    if (scope === 'board') return t('line.board');
    if (scope === 'sector')
      return t('line.sector', { name: vocabulary.sectors.get(key)?.name ?? key });
    return t('line.unit', { name: vocabulary.units.get(key)?.name ?? key });
  };
}

/** What the result broke or equalled, with the mark that stood before. */
export function HeldLines({ board, result, lines, vocabulary }: Props) {
  const { t } = useTranslation('result');
  const nameOf = useLineName(vocabulary);
  const metric = vocabulary.metrics.get(result.metric);
  if (!metric || lines.length === 0) return null;
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  return (
    <ul className={styles.lines}>
      {lines.map((line) => {
        const { previous } = line;
        const gain = previous && marginBetween(metric, result.value, previous.value);
        const how = line.breakthrough ? 'breakthrough' : previous ? line.how : 'first';
        return (
          <li key={`${line.scope} ${line.key}`} data-breakthrough={line.breakthrough}>
            <b>{nameOf(line)}</b>
            <span>
              {t(`how.${how}`)}
              {gain &&
                line.how === 'broken' &&
                ` (${metric.direction === 'higher' ? '+' : '−'}${formatNumber(gain.by, metric)})`}
              {!line.standing && ` · ${t('line.past')}`}
            </span>
            {previous && (
              <Link href={`/b/${board}/r/${previous.result}`}>
                {t('line.previous', {
                  value: formatValue(previous.value, metric),
                  holders: previous.holders
                    .map((unit) => vocabulary.units.get(unit)?.name ?? unit)
                    .join(' + '),
                  date: formatDate(previous.achievedAt, timeZone),
                })}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}
