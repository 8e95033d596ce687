import { useTranslation } from 'react-i18next';
import { Choice } from '../ui/choice.tsx';
import { UnitSearch } from '../ui/unit-search.tsx';
import type { PageParts } from './page-parts.ts';
import styles from './ranking-tools.module.css';

const parties = ['unit', 'sector'] as const;

/** Who is ranked, of which sector, and a unit to be found. Places stay whole. */
export function RankingTools({ vocabulary, query, change }: PageParts) {
  const { t } = useTranslation('watch');
  const { units, sectors } = vocabulary;
  const find = (unit: string) => {
    // A filter that would hide what was looked for is taken away.
    const isHidden = query.sector !== '' && units.get(unit)?.sector !== query.sector;
    change({ unit, by: 'unit', ...(isHidden ? { sector: '' } : {}) });
  };
  return (
    <div className={styles.tools}>
      {sectors.size > 1 && (
        <Choice
          label={t('by.label')}
          value={query.by}
          options={parties.map((value) => ({ value, label: t(`by.${value}`) }))}
          onChoose={(by) => change({ by })}
        />
      )}
      {query.by === 'unit' && sectors.size > 1 && (
        <select
          aria-label={t('sector.label')}
          value={query.sector}
          onChange={(event) => change({ sector: event.target.value })}
        >
          <option value="">{t('sector.all')}</option>
          {[...sectors.values()].map((sector) => (
            <option key={sector.id} value={sector.id}>
              {sector.name}
            </option>
          ))}
        </select>
      )}
      <UnitSearch vocabulary={vocabulary} label={t('search')} onChoose={find} />
    </div>
  );
}
