import { useTranslation } from 'react-i18next';
import type { PageParts } from './page-parts.ts';
import styles from './sector-filter.module.css';

/** Narrows the ranking and the feed to a sector, and the ranking to a name. Places stay whole. */
export function SectorFilter({ vocabulary, query, change }: PageParts) {
  const { t } = useTranslation('watch');
  return (
    <div className={styles.filter} role="search">
      <select
        aria-label={t('sector.label')}
        value={query.sector}
        onChange={(event) => change({ sector: event.target.value })}
      >
        <option value="">{t('sector.all')}</option>
        {[...vocabulary.sectors.values()].map((sector) => (
          <option key={sector.id} value={sector.id}>
            {sector.name}
          </option>
        ))}
      </select>
      <input
        type="search"
        aria-label={t('search')}
        placeholder={t('search')}
        value={query.search}
        onChange={(event) => change({ search: event.target.value })}
      />
    </div>
  );
}
