import { useTranslation } from 'react-i18next';
import { formatMargin } from '../marks/margin-text.ts';
import { useLink, type MetricInfo, type Vocabulary } from '../store/board-store.ts';
import { formatAge, formatNumber } from '../ui/format.ts';
import { useNow } from '../ui/now.ts';
import type { Draft } from './draft.ts';
import type { MarkForecast, PlaceForecast } from './forecast.ts';
import type { TypedValue } from './typed-value.ts';
import { useForecast } from './use-forecast.ts';
import styles from './forecast-panel.module.css';

interface Props {
  board: string;
  vocabulary: Vocabulary;
  draft: Draft;
  typed: TypedValue;
}

/** What the value would break and where it would stand, while it is typed. */
export function ForecastPanel({ board, vocabulary, draft, typed }: Props) {
  const { t } = useTranslation('post');
  const told = useForecast(board, vocabulary, draft, typed);
  const link = useLink();
  const now = useNow(5_000);
  const metric = vocabulary.metrics.get(draft.metric);
  const age = link.lastHeardAt === null ? '' : formatAge(now - link.lastHeardAt);
  return (
    <section
      className={styles.panel}
      aria-label={t('forecast.title')}
      aria-live="polite"
      aria-atomic="true"
      data-forecast
    >
      {told && metric && (
        <>
          {told.place && <PlaceLine place={told.place} metric={metric} vocabulary={vocabulary} />}
          <ul className={styles.marks}>
            {told.marks.map((mark) => (
              <MarkLine key={mark.scope} mark={mark} metric={metric} />
            ))}
          </ul>
          {link.state === 'stale' && <p className={styles.stale}>{t('forecast.stale', { age })}</p>}
        </>
      )}
    </section>
  );
}

const glyphs = { first: '▲', better: '▲', equal: '=', worse: '·' } as const;

function MarkLine({ mark, metric }: { mark: MarkForecast; metric: MetricInfo }) {
  const { t } = useTranslation('post');
  const { side, margin, standing } = mark;
  const isPercent = metric.unitOfMeasure === '%';
  const percent =
    side === 'better' && !isPercent && margin?.percent && margin.percent !== '0.0'
      ? ` (${formatNumber(margin.percent, { decimals: 1 })}\u202f%)`
      : '';
  const by = margin ? `${formatMargin(margin.by, metric)}${percent}` : '';
  return (
    <li className={styles.mark} data-side={side} data-scope={mark.scope}>
      <i aria-hidden="true">{glyphs[side]}</i>
      <span>
        {t(`forecast.${mark.scope}.${side}`, { by })}
        {mark.breakthrough && <b className={styles.breakthrough}>{t('forecast.breakthrough')}</b>}
      </span>
      {standing !== undefined && (
        <small>{t('forecast.standing', { value: formatNumber(standing, metric) })}</small>
      )}
    </li>
  );
}

function PlaceLine({
  place,
  metric,
  vocabulary,
}: {
  place: PlaceForecast;
  metric: MetricInfo;
  vocabulary: Vocabulary;
}) {
  const { t } = useTranslation('post');
  const nameOf = (unit: string) => vocabulary.units.get(unit)?.name ?? unit;
  const ordinal = t('common:place', { count: place.after, ordinal: true });
  const [nearest, ...more] = [...place.overtaken].reverse();
  const passes =
    nearest === undefined
      ? ''
      : more.length > 0
        ? t('forecast.passesMore', { unit: nameOf(nearest), count: more.length })
        : t('forecast.passes', { unit: nameOf(nearest) });
  const next = place.next
    ? t('forecast.next', { by: formatMargin(place.next.by, metric), unit: nameOf(place.next.unit) })
    : t('forecast.leads');
  return (
    <p className={styles.place}>
      <b data-first={place.after === 1}>
        {place.isAbout && <small>{t('forecast.about')} </small>}
        {t(place.before === place.after ? 'forecast.placeStays' : 'forecast.place', {
          place: ordinal,
        })}
      </b>
      <span>{[passes, next].filter(Boolean).join(' · ')}</span>
    </p>
  );
}
