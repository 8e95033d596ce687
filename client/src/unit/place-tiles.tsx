import type { UnitRow } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import type { MetricInfo } from '../store/board-store.ts';
import { formatNumber } from '../ui/format.ts';
import { headline, unitApart, unitBeside } from '../ui/unit-beside.ts';
import styles from './place-tiles.module.css';

interface Props {
  rows: ReadonlyMap<string, UnitRow>;
  metrics: readonly MetricInfo[];
  chosen: string;
  onChoose: (metric: string) => void;
}

/** More digits are set smaller, so that they stay on one line of a phone's tile. */
const longScore = 10;

function Tile({ rows, metric }: { rows: Props['rows']; metric: MetricInfo }) {
  const { t } = useTranslation('unit');
  const place = rows.get(`place:${metric.id}`);
  const best = rows.get(`best:${metric.id}`);
  return (
    <>
      <span className={styles.metric}>
        {[metric.name, unitApart(metric)].filter(Boolean).join(' · ')}
      </span>
      {place?.kind === 'place' ? (
        <span className={styles.standing}>
          <span className={styles.place} data-lead={place.place === 1}>
            {place.place}
          </span>
          <span className={styles.of}>{t('of', { count: place.of })}</span>
          <span className={styles.score} data-long={place.score.length > longScore}>
            {formatNumber(place.score, metric)} <small>{unitBeside(metric)}</small>
          </span>
        </span>
      ) : (
        <span className={styles.of}>{t('noPlace')}</span>
      )}
      {best?.kind === 'best' && (
        <span className={styles.best}>
          {t('best', {
            value: headline(best.value, metric),
          })}
          {best.state === 'provisional' && ` · ${t('common:state.provisional')}`}
          {best.holders.length > 1 && ` · ${t('bestShared')}`}
        </span>
      )}
    </>
  );
}

/** Where the unit stands in each metric; choosing one shows its line and results below. */
export function PlaceTiles({ rows, metrics, chosen, onChoose }: Props) {
  const { t } = useTranslation('unit');
  return (
    <section aria-label={t('places')}>
      <ul className={styles.tiles}>
        {metrics.map((metric) => (
          <li key={metric.id}>
            <button
              type="button"
              className={styles.tile}
              aria-pressed={metric.id === chosen}
              onClick={() => onChoose(metric.id)}
            >
              <Tile rows={rows} metric={metric} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
