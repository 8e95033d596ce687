import { useTranslation } from 'react-i18next';
import { DateRangeField } from '../ui/date-field.tsx';
import type { PageParts } from './page-parts.ts';

/** From one day to another, both counted. */
export function PeriodDates({ vocabulary, query, change }: Omit<PageParts, 'board'>) {
  const { t } = useTranslation('watch');
  return (
    <DateRangeField
      label={t('period.dates')}
      isLabelHidden
      zone={vocabulary.board?.timeZone ?? 'UTC'}
      value={query}
      onChange={({ from, to }) => change({ from, to }, 'replace')}
    />
  );
}
