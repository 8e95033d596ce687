import type { PartnerRow } from '@emulation/shared';
import { useTranslation } from 'react-i18next';
import { DateRangeField } from '../ui/date-field.tsx';
import button from '../ui/button.module.css';
import type { ChangeQueryState } from '../ui/query-state.ts';
import styles from './results-panel.module.css';
import type { UnitParts } from './unit-parts.ts';
import type { ResultFilter } from './use-results.ts';

interface Props extends UnitParts {
  filter: ResultFilter;
  change: ChangeQueryState;
}

/** Which results: of what time, and worked out with whom. */
export function ResultTools({ vocabulary, rows, filter, change }: Props) {
  const { t } = useTranslation('unit');
  const partners = [...rows.values()].filter((row): row is PartnerRow => row.kind === 'with');
  const isFiltered = Object.values(filter).some((value) => value !== '');
  return (
    <div className={styles.tools}>
      <DateRangeField
        label={t('results.dates')}
        isLabelHidden
        zone={vocabulary.board?.timeZone ?? 'UTC'}
        value={filter}
        onChange={({ from, to }) => change({ from, to })}
      />
      {partners.length > 0 && (
        <select
          aria-label={t('results.partner')}
          value={filter.partner}
          onChange={(event) => change({ with: event.target.value }, 'push')}
        >
          <option value="">{t('results.anyPartner')}</option>
          {partners.map(({ unit }) => (
            <option key={unit} value={unit}>
              {t('results.with', { names: vocabulary.units.get(unit)?.name ?? unit })}
            </option>
          ))}
        </select>
      )}
      {isFiltered && (
        <button
          type="button"
          className={button.button}
          onClick={() => change({ from: '', to: '', with: '' }, 'push')}
        >
          {t('results.clear')}
        </button>
      )}
    </div>
  );
}
