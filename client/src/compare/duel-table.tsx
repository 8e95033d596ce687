import type { RecordRow } from '@emulation/shared';
import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useTopic, type MetricInfo, type UnitInfo, type Vocabulary } from '../store/board-store.ts';
import { formatDate, formatValue } from '../ui/format.ts';
import styles from './compare.module.css';
import { toneOf } from './tones.ts';
import type { Compared } from './use-compared.ts';

interface Props {
  board: string;
  units: readonly UnitInfo[];
  metric: MetricInfo;
  vocabulary: Vocabulary;
  compared: Compared;
}

/** Who is best, of those that have a number; several may be. */
function bestOf(values: readonly (number | undefined)[], isHigher: boolean): boolean[] {
  const known = values.filter((value) => value !== undefined);
  if (known.length < 2) return values.map(() => false);
  const best = isHigher ? Math.max(...known) : Math.min(...known);
  // Where all are alike nobody is better.
  if (known.every((value) => value === best)) return values.map(() => false);
  return values.map((value) => value === best);
}

interface Line {
  name: string;
  cells: ReactNode[];
  best: boolean[];
}

function useLines({ board, units, metric, vocabulary, compared }: Props): Line[] {
  const { t } = useTranslation('compare');
  const records = useTopic<RecordRow>(board, 'records');
  const isHigher = metric.direction === 'higher';
  const zone = vocabulary.board?.timeZone ?? 'UTC';
  const { standings, lines, meetings, total } = compared;
  const bests = lines.map((marks) => marks.at(-1));
  const held = units.map(
    ({ id }) =>
      [...records.rows.values()].filter(
        (row) => row.metric === metric.id && row.holders.includes(id),
      ).length,
  );
  const numbers = (values: readonly number[]) => ({
    cells: values.map(String),
    best: bestOf(values, true),
  });
  return [
    {
      name: t('row.place'),
      cells: standings.map((row) => (row ? t('row.of', { place: row.place, count: total }) : '–')),
      best: bestOf(
        standings.map((row) => row?.place),
        false,
      ),
    },
    {
      name: t('row.score'),
      cells: standings.map((row) => (row ? formatValue(row.score, metric) : '–')),
      best: bestOf(
        standings.map((row) => (row ? Number(row.score) : undefined)),
        isHigher,
      ),
    },
    {
      name: t('row.best'),
      cells: bests.map((mark) =>
        mark ? (
          <>
            {formatValue(mark.value, metric)}
            <small>{formatDate(mark.achievedAt, zone)}</small>
          </>
        ) : (
          '–'
        ),
      ),
      best: bestOf(
        bests.map((mark) => (mark ? Number(mark.value) : undefined)),
        isHigher,
      ),
    },
    { name: t('row.records'), ...numbers(held) },
    ...(meetings
      ? [{ name: t('row.wins', { count: meetings.met }), ...numbers(meetings.wins) }]
      : []),
    { name: t('row.results'), ...numbers(standings.map((row) => row?.results ?? 0)) },
  ];
}

/** The units side by side; the better one of each line has a star. */
export function DuelTable(props: Props) {
  const { t } = useTranslation('compare');
  const { board, units, metric } = props;
  const lines = useLines(props);
  return (
    <div className={styles.scroller}>
      <table className={styles.duel}>
        <thead>
          <tr>
            <th scope="col">{t('row.what')}</th>
            {units.map((unit, at) => (
              <th
                key={unit.id}
                scope="col"
                style={{ '--tone': toneOf(at).colour } as CSSProperties}
              >
                <Link href={`/b/${board}/u/${unit.id}?metric=${metric.id}`}>{unit.name}</Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, cells, best }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td key={units[at]?.id} data-best={best[at]}>
                  {best[at] && (
                    <span className={styles.star} role="img" aria-label={t('better')}>
                      ★
                    </span>
                  )}
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
