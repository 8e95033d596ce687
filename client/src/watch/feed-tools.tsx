import { useTranslation } from 'react-i18next';
import { UnitSearch } from '../ui/unit-search.tsx';
import { groupNames } from './feed-filter.ts';
import styles from './feed.module.css';
import type { PageParts } from './page-parts.ts';

/** What the feed tells: kinds, a metric, a unit. The sector is that of the page. */
export function FeedTools({ vocabulary, query, change }: PageParts) {
  const { t } = useTranslation('watch');
  const { metrics, units } = vocabulary;
  const unit = units.get(query.feedUnit);
  return (
    <div className={styles.tools}>
      <select
        aria-label={t('feed.filter')}
        value={groupNames.some((name) => name === query.kind) ? query.kind : 'all'}
        onChange={(event) => change({ kind: event.target.value })}
      >
        <option value="all">{t('feed.all')}</option>
        {groupNames.map((name) => (
          <option key={name} value={name}>
            {t(`feed.group.${name}`)}
          </option>
        ))}
      </select>
      {metrics.size > 1 && (
        <select
          aria-label={t('feed.metric')}
          value={query.feedMetric}
          onChange={(event) => change({ feedMetric: event.target.value })}
        >
          <option value="">{t('feed.allMetrics')}</option>
          {[...metrics.values()].map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      {unit ? (
        <button
          type="button"
          className={styles.unit}
          aria-label={t('feed.everybody', { unit: unit.name })}
          onClick={() => change({ feedUnit: '' })}
        >
          <span>{unit.name}</span>
          <span aria-hidden="true">✕</span>
        </button>
      ) : (
        <UnitSearch
          vocabulary={vocabulary}
          label={t('feed.unit')}
          onChoose={(feedUnit) => change({ feedUnit })}
        />
      )}
    </div>
  );
}
