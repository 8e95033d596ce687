import type { UnitRow } from '@emulation/shared';
import { useEffect, useRef, useState, type CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { useTopic } from '../store/board-store.ts';
import { subtract } from '../ui/decimal.ts';
import { formatValue } from '../ui/format.ts';
import { useNow } from '../ui/now.ts';
import { sectorColour } from '../ui/sector-colour.ts';
import { headline } from '../ui/unit-beside.ts';
import { useFollowed } from './followed.ts';
import styles from './follow-strip.module.css';
import type { RankingParts } from './page-parts.ts';
import { questionOf } from './ranking-question.ts';
import { useStandingOf, type StandingOf } from './standing-of.ts';

/** Places gained since the card was first seen, while somebody was looking. */
function useGained(place: number | undefined): number {
  const before = useRef(place);
  const [gained, setGained] = useState(0);
  useEffect(() => {
    if (place === undefined) return;
    const moved = (before.current ?? place) - place;
    before.current = place;
    if (moved !== 0) setGained((known) => known + moved);
  }, [place]);
  return gained;
}

function Gaps({ standing, metric, vocabulary }: RankingParts & { standing: StandingOf }) {
  const { t } = useTranslation('follow');
  const { row, above, below } = standing;
  const apart = (a: string, b: string) =>
    formatValue(subtract(a, b, metric.decimals).replace('-', ''), metric);
  const nameOf = (unit: string | undefined) => vocabulary.units.get(unit ?? '')?.name ?? unit;
  const gap = (other: typeof row | undefined, way: 'up' | 'down') => {
    if (!other) return null;
    const unit = nameOf(other.unit);
    return (
      <span>
        <span aria-hidden="true">{way === 'up' ? '▲ ' : '▼ '}</span>
        {other.place === row.place
          ? t('level', { unit })
          : t(way, { unit, gap: apart(other.score, row.score) })}
      </span>
    );
  };
  return (
    <p className={styles.gaps}>
      {above ? gap(above, 'up') : <span>{t('leads')}</span>}
      {gap(below, 'down')}
    </p>
  );
}

const minuteMs = 60_000;

function Card(props: RankingParts & { unit: string; unfollow: () => void }) {
  const { t } = useTranslation('follow');
  const { board, vocabulary, metric, query, ranking, unit: id, unfollow } = props;
  const unit = vocabulary.units.get(id);
  const now = useNow(minuteMs);
  // The unit's own topic tells of moves beyond the rows that the ranking's topic holds.
  const own = useTopic<UnitRow>(board, `unit:${id}`);
  const question = questionOf(
    { ...query, by: 'unit', sector: '' },
    vocabulary.board?.timeZone ?? 'UTC',
    now,
  );
  const standing = useStandingOf(board, question, id, ranking.seq + own.seq);
  const known = standing === 'none' ? undefined : standing;
  const gained = useGained(known?.row.place);
  if (!unit) return null;
  const colour = sectorColour(vocabulary.sectors, unit.sector);
  return (
    <li className={styles.card} style={{ '--sector': colour } as CSSProperties}>
      <p className={styles.place}>
        {known ? known.row.place : '–'}
        {gained !== 0 && (
          <small data-way={gained > 0 ? 'up' : 'down'}>
            {gained > 0 ? '▲' : '▼'}
            {Math.abs(gained)}
          </small>
        )}
      </p>
      <div className={styles.who}>
        <Link href={`/b/${board}/u/${id}?metric=${metric.id}`} className={styles.name}>
          {unit.name}
        </Link>
        {standing === 'none' && <p className={styles.gaps}>{t('none')}</p>}
        {known && <Gaps {...props} standing={known} />}
      </div>
      {known && <p className={styles.score}>{headline(known.row.score, metric)}</p>}
      <button type="button" aria-label={t('unfollow', { unit: unit.name })} onClick={unfollow}>
        ★
      </button>
    </li>
  );
}

/** The units this device follows, always in sight: place, score and the gaps on both sides. */
export function FollowStrip(props: RankingParts) {
  const { t } = useTranslation('follow');
  const [followed, toggle] = useFollowed(props.board);
  const known = followed.filter((unit) => props.vocabulary.units.has(unit));
  if (known.length === 0) return null;
  return (
    <section className={styles.strip} aria-label={t('label')}>
      <ul>
        {known.map((unit) => (
          <Card
            key={`${unit} ${props.metric.id}`}
            {...props}
            unit={unit}
            unfollow={() => toggle(unit)}
          />
        ))}
      </ul>
    </section>
  );
}
