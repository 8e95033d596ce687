import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitInfo, Vocabulary } from '../store/board-store.ts';
import { useItemFocus } from '../ui/item-focus.ts';
import { UnitSearch } from '../ui/unit-search.tsx';
import { mostCompared, type ChangeCompare, type CompareQuery } from './compare-query.ts';
import styles from './compare.module.css';
import { toneOf } from './tones.ts';

interface Props {
  vocabulary: Vocabulary;
  query: CompareQuery;
  units: readonly UnitInfo[];
  change: ChangeCompare;
}

/** Who is compared, and in what. */
export function ComparePicker({ vocabulary, query, units, change }: Props) {
  const { t } = useTranslation('compare');
  const focus = useItemFocus<HTMLDivElement>();
  return (
    <div className={styles.picker} ref={focus.area}>
      <select
        aria-label={t('metric')}
        value={query.metric}
        onChange={(event) => change({ metric: event.target.value })}
      >
        {[...vocabulary.metrics.values()].map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <ul className={styles.chips}>
        {units.map((unit, at) => (
          <li key={unit.id} data-item style={{ '--tone': toneOf(at).colour } as CSSProperties}>
            <span>{unit.name}</span>
            <button
              type="button"
              aria-label={t('remove', { unit: unit.name })}
              data-remove
              onClick={() => {
                focus.removed(at);
                change({ units: query.units.filter((id) => id !== unit.id) });
              }}
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
      {units.length < mostCompared && (
        <UnitSearch
          vocabulary={vocabulary}
          label={t('add')}
          except={query.units}
          onChoose={(unit) => change({ units: [...query.units, unit] })}
        />
      )}
    </div>
  );
}
