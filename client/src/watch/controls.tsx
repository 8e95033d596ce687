import { lazy, memo, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../ui/choice.tsx';
import styles from './controls.module.css';
import type { PageParts } from './page-parts.ts';
import { periods } from './watch-query.ts';

const PeriodDates = lazy(async () => ({
  default: (await import('./period-dates.tsx')).PeriodDates,
}));

/** Metric and period: the two questions a ranking answers. */
export const Controls = memo(function Controls({ vocabulary, query, change }: PageParts) {
  const { t } = useTranslation('watch');
  const metrics = [...vocabulary.metrics.values()];
  return (
    <section className={styles.controls} aria-label={t('controls')}>
      <Choice
        label={t('metric')}
        size="large"
        value={query.metric}
        options={metrics.map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={(metric) => change({ metric })}
      />
      <div className={styles.period}>
        <Choice
          label={t('period.label')}
          value={query.period}
          options={periods.map((value) => ({ value, label: t(`period.${value}`) }))}
          onChoose={(period) => change({ period })}
        />
        {query.period === 'dates' && (
          <Suspense fallback={null}>
            <PeriodDates {...{ vocabulary, query, change }} />
          </Suspense>
        )}
      </div>
    </section>
  );
});
