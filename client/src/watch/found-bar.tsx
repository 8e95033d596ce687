import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import button from '../ui/button.module.css';
import { formatValue } from '../ui/format.ts';
import { FollowButton } from './follow-button.tsx';
import styles from './found-bar.module.css';
import type { RankingParts } from './page-parts.ts';
import type { StandingOf } from './standing-of.ts';

interface Props extends RankingParts {
  found: StandingOf | 'none' | undefined;
}

/** The unit that was looked for: where it stands, and what one can do with it. */
export function FoundBar({ board, vocabulary, metric, query, change, found }: Props) {
  const { t } = useTranslation('watch');
  const unit = vocabulary.units.get(query.unit);
  if (!unit) return null;
  return (
    <div className={styles.found}>
      <p role="status">
        <strong>{unit.name}</strong>
        {found === 'none' && <span>{t('found.none')}</span>}
        {found !== undefined && found !== 'none' && (
          <>
            <span>
              {t('found.place', {
                place: t('common:place', { count: found.row.place, ordinal: true }),
                count: found.total,
              })}
            </span>
            <span>{formatValue(found.row.score, metric)}</span>
          </>
        )}
      </p>
      <div className={styles.actions}>
        <FollowButton board={board} unit={unit.id} />
        <Link href={`/b/${board}/u/${unit.id}?metric=${metric.id}`} className={button.button}>
          {t('found.open')}
        </Link>
        <Link
          href={`/b/${board}/compare?units=${unit.id}&metric=${metric.id}`}
          className={button.button}
        >
          {t('found.compare')}
        </Link>
        <button type="button" className={button.button} onClick={() => change({ unit: '' })}>
          {t('found.close')}
        </button>
      </div>
    </div>
  );
}
