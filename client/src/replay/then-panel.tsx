import type { RecordRow } from '@emulation/shared';
import { useCallback, useEffect, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { feed } from '../api/client.ts';
import { standingRecords } from '../api/looking-back.ts';
import { useAnswer } from '../drives/use-answer.ts';
import type { MetricInfo, Vocabulary } from '../store/board-store.ts';
import { formatDate } from '../ui/format.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { headline } from '../ui/unit-beside.ts';
import { sayHappening } from '../watch/story-words.ts';
import { momentOf } from './frames.ts';
import type { ReplayQuery } from './replay-query.ts';
import styles from './then-panel.module.css';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  metric: MetricInfo;
  truth: ReplayQuery['truth'];
  /** The moment shown: a date or a UTC time. */
  at: string;
}

const settleMs = 350;

/** What has stood still for a moment: nobody asks for every frame of a race. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settleMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

function Standing({ board, vocabulary, metric, row }: Props & { row: RecordRow }) {
  const { t } = useTranslation('replay');
  const { sectors, units, board: info } = vocabulary;
  const isBoard = row.scope === 'board';
  const colour = isBoard ? 'var(--gold)' : sectorColour(sectors, row.sector);
  const date = formatDate(row.achievedAt, info?.timeZone ?? 'UTC');
  return (
    <li className={styles.record} style={{ '--sector': colour } as CSSProperties}>
      <span className={styles.scope}>
        {isBoard ? t('then.board') : (sectors.get(row.sector ?? '')?.name ?? row.sector)}
      </span>
      <Link href={`/b/${board}/r/${row.result}`} className={styles.value}>
        {headline(row.value, metric)}
      </Link>
      <span className={styles.holders}>
        {row.holders.map((id) => units.get(id)?.name ?? id).join(', ')} · {date}
      </span>
    </li>
  );
}

function Records(props: Props) {
  const { t } = useTranslation('replay');
  const { board, metric, vocabulary } = props;
  const at = useSettled(momentOf(props.at, vocabulary.board?.timeZone ?? 'UTC'));
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const [whole, sectors] = await Promise.all([
        standingRecords(board, { metric: metric.id, scope: 'board', at }, signal),
        standingRecords(board, { metric: metric.id, scope: 'sector', at }, signal),
      ]);
      return [...whole.records, ...sectors.records];
    },
    [board, metric.id, at],
  );
  const answer = useAnswer(ask, 0);
  const rows = 'value' in answer ? (answer.value ?? []) : [];
  return (
    <section aria-labelledby="then-records">
      <h2 id="then-records">{t('then.records')}</h2>
      {rows.length === 0 && answer.kind === 'answer' && (
        <p className={styles.empty}>{t('then.noRecords')}</p>
      )}
      {answer.kind === 'failed' && <p role="alert">{t('failed')}</p>}
      <ul className={styles.records}>
        {rows.map((row) => (
          <Standing key={`${row.scope} ${row.sector ?? ''}`} {...props} row={row} />
        ))}
      </ul>
    </section>
  );
}

const told = 12;

/** What the board had announced by then: by receipt, as it was said. */
function Announced(props: Props) {
  const { t } = useTranslation('replay');
  const { t: words } = useTranslation('watch');
  const { board, metric, vocabulary } = props;
  const timeZone = vocabulary.board?.timeZone ?? 'UTC';
  const until = useSettled(momentOf(props.at, timeZone));
  const ask = useCallback(
    (signal: AbortSignal) => feed(board, { metric: metric.id, until, limit: told }, signal),
    [board, metric.id, until],
  );
  const answer = useAnswer(ask, 0);
  const happenings = ('value' in answer ? answer.value?.happenings : undefined) ?? [];
  return (
    <section aria-labelledby="then-feed">
      <h2 id="then-feed">{t('then.feed')}</h2>
      {happenings.length === 0 && answer.kind === 'answer' && (
        <p className={styles.empty}>{t('then.noFeed')}</p>
      )}
      <ol className={styles.feed}>
        {happenings.map((one) => (
          <li key={`${one.seq}.${one.n}`}>
            <time dateTime={one.at}>{formatDate(one.at, timeZone)}</time>
            <span>{sayHappening({ t: words, vocabulary }, one)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The rest of the board at that moment: the records that stood, and what had been told. */
export function ThenPanel(props: Props) {
  return (
    <aside className={styles.then}>
      <Records {...props} />
      <Announced {...props} />
    </aside>
  );
}
