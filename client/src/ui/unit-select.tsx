import { useTranslation } from 'react-i18next';
import type { Vocabulary } from '../store/board-store.ts';
import type { FieldProps } from './field-parts.tsx';
import { localeOf } from './format.ts';
import { SearchSelect } from './search-select.tsx';

interface Props extends FieldProps {
  vocabulary: Vocabulary;
  /** Which units are offered; by default all. */
  offers?: (unit: { id: string }) => boolean;
  /** The unit's id; empty: none yet, or on purpose none. */
  value: string;
  onChange: (unit: string) => void;
  /** What no unit means; by default that one has still to be chosen. */
  none?: string;
}

/** A unit of the board by its name, with its sector beside it. */
export function UnitSelect({ vocabulary, offers = () => true, none, ...field }: Props) {
  const { t } = useTranslation();
  const { compare } = new Intl.Collator(localeOf(), { numeric: true });
  const options = [...vocabulary.units.values()]
    .filter(offers)
    .map(({ id, name, sector }) => {
      const hint = vocabulary.sectors.get(sector)?.name;
      return { value: id, label: name, ...(hint === undefined ? {} : { hint }) };
    })
    .sort((a, b) => compare(a.label, b.label));
  return <SearchSelect {...field} options={options} none={none ?? t('common:field.search')} />;
}
