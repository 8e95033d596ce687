import type { DescendedRecord } from '@emulation/shared';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { MetricInfo, Vocabulary } from '../store/board-store.ts';
import { Dialog } from '../ui/dialog.tsx';
import { formatDate, formatValue } from '../ui/format.ts';
import { nameOf, zoneOf } from './experience-parts.ts';
import { LiftDialog } from './lift-dialog.tsx';
import { LiftText } from './lift-text.tsx';
import lift from './lift.module.css';
import type { SpreadItem } from './spread-geometry.ts';
import styles from './spread.module.css';

interface Props {
  item: SpreadItem;
  board: string;
  vocabulary: Vocabulary;
}

interface ListProps extends Omit<Props, 'item'> {
  unit: string;
  metric: MetricInfo;
  records: readonly DescendedRecord[];
  onClose: () => void;
}

/** The records that descend from an experience through one unit, each leading to its result. */
function RecordsDialog({ board, vocabulary, unit, metric, records, onClose }: ListProps) {
  const { t } = useTranslation('experience');
  const timeZone = zoneOf(vocabulary);
  return (
    <Dialog title={t('spread.recordsOf', { unit: nameOf(vocabulary, unit) })} onClose={onClose}>
      <div className={lift.sides}>
        <table>
          <tbody>
            {records.map(({ result, scope, value, achievedAt }) => (
              <tr key={result}>
                <th scope="row">
                  {formatDate(achievedAt, timeZone)} · {t(`common:scope.${scope}`)}
                </th>
                <td>
                  <Link href={`/b/${board}/r/${result}`}>{formatValue(value, metric)}</Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Dialog>
  );
}

/** What an adoption brought: its lift and the records since, both open to the results behind them. */
export function SpreadFigures({ item, board, vocabulary }: Props) {
  const { t } = useTranslation('experience');
  const [opens, setOpens] = useState<'lift' | 'records'>();
  const close = () => setOpens(undefined);
  const metric = vocabulary.metrics.get(item.metric);
  const best = item.records.findLast(({ scope }) => scope !== 'unit') ?? item.records.at(-1);
  if (!metric) return null;
  return (
    <>
      {item.lift && (
        <div className={styles.opens}>
          <LiftText lift={item.lift} metric={metric} />
          <button type="button" aria-label={t('lift.open')} onClick={() => setOpens('lift')} />
        </div>
      )}
      {best && (
        <button
          type="button"
          className={styles.records}
          data-scope={best.scope}
          onClick={() => setOpens('records')}
        >
          {t('spread.records', { count: item.records.length })}
          {' · '}
          {t('spread.best', {
            scope: t(`common:scope.${best.scope}`),
            value: formatValue(best.value, metric),
          })}
        </button>
      )}
      {opens === 'lift' && (
        <LiftDialog
          {...{ board, metric }}
          experience={item.experience}
          unit={{ id: item.unit, name: nameOf(vocabulary, item.unit) }}
          timeZone={zoneOf(vocabulary)}
          onClose={close}
        />
      )}
      {opens === 'records' && (
        <RecordsDialog
          {...{ board, vocabulary, metric }}
          unit={item.unit}
          records={item.records}
          onClose={close}
        />
      )}
    </>
  );
}
